import { toPoint } from "../anchor.ts"
import { dayValue, minuteValue, weekdayOf, weekValue, yearValue } from "../calendar.ts"
import { countOf, lengthValue } from "../count.ts"
import { partOf, referenceOf } from "../reference.ts"
import type { Meaning, Rule, Surroundings } from "../rule.ts"
import { numberOf, pattern, tokenOf } from "../rule.ts"
import { shift } from "../shift.ts"
import type { Token } from "../tokens.ts"
import { dayOfEnd, quarterEnded, quarterSpokenOf } from "./compared.ts"
import { ABOUT, COUNT, EDGE } from "./parts.ts"

/** Times told by their distance from the day of writing or from a time named before. */
export const RELATIVE: readonly Rule[] = [
  {
    name: "day-word",
    says: "a day told from the day of writing",
    pattern: pattern(`(?:${EDGE}|{the}{unit}{before})?{day-word}{part}?`),
    mean: (matched, around) => dayWord(matched, around),
  },
  {
    name: "unit-told",
    says: "a stretch told from the time of writing",
    pattern: pattern(
      `${EDGE}?{the}?{last|next|this|previous|following|current|latest|that}{that}?{fiscal}?(?:{unit|weekend}|{period})`,
    ),
    mean: (matched, around) => unitTold(matched, around),
  },
  {
    name: "unit-of-writing",
    says: "the stretch in which the text was written",
    pattern: pattern(
      `(?:${EDGE}{preposition}?|(?<={preposition|of|to}))?{the}{more}?{fiscal}?{unit|weekend}(?!{hyphen|of|earlier|later|ago|unit|before})`,
    ),
    mean: (matched, around) => unitOfWriting(matched, around),
  },
  {
    name: "unit-before",
    says: "the stretch before one told before it",
    pattern: pattern("{the}{unit}{before}(?:{last}|(?={dot|comma|stop|break|mark}))"),
    mean: (matched, around) => unitBefore(matched, around),
  },
  {
    name: "year-end",
    says: "the end of the year of writing",
    pattern: pattern("{the}?{fiscal}?{unit}(?:{hyphen}|{possessive})?{bound}{year-number}?"),
    mean: (matched, around) => yearEnd(matched, around),
  },
  {
    name: "ago",
    says: "counted back from the day of writing",
    pattern: pattern(`${ABOUT}?(?:${COUNT})?{hyphen}?{unit|units}(?:{and}{word})?{ago}`),
    mean: (matched, around) => ago(matched, around),
  },
  {
    name: "part-ago",
    says: "counted back from the day of writing",
    pattern: pattern(
      `${ABOUT}?(?:{article}?{half}(?:{hyphen}|{article})?{unit}|{article}{unit}{hyphen|of}?{article}?{unit}){ago}`,
    ),
    mean: (matched, around) => partAgo(matched, around),
  },
  {
    name: "middle",
    says: "the middle of a year or month",
    pattern: pattern("{the}?{middle}{year-number}?"),
    mean: (matched, around) => middle(matched, around),
  },
  {
    name: "from-now",
    says: "counted on from the day of writing",
    pattern: pattern(`${ABOUT}?${COUNT}{unit|units}(?:{hence}|{preposition}{now|day-word})`),
    mean: (matched, around) => (matched.at(-2)?.value === "from" || tokenOf(matched, "hence") ? counted(matched, around, 1) : null), // biome-ignore format: one step
  },
  {
    name: "counted-from-reference",
    says: "counted from a time named before",
    pattern: pattern(`${ABOUT}?${COUNT}{unit|units}{earlier|later}`),
    mean: (matched, around) => fromReference(matched, around),
  },
  {
    name: "part-of-day",
    says: "a part of a day",
    pattern: pattern(
      "{later|earlier|edge}?(?:{the}{edge}?|{last|next|this|previous|following|that}|{edge}){hyphen}?{part}",
    ),
    mean: (matched, around) => partOfDay(matched, around),
  },
  {
    name: "overnight",
    says: "the night before the day named before it, else before the day of writing",
    pattern: pattern("{overnight}"),
    mean: (_, around) => part((referenceOf(around, "day") ?? around.anchor)?.day ?? null, -1, "NI"),
  },
]

const UNKNOWN = "the day of writing is not known"
const UNNAMED = "no such time is named before it"

const date = (value: string | null, precision: Meaning["precision"], how?: string): Meaning => ({
  type: "DATE",
  value,
  precision,
  ...(how ? { how } : {}),
})

const part = (day: number | null, days: number, code: string, how?: string): Meaning => {
  const value = day === null ? null : dayValue(day + days)
  const because = value === null ? { how: how ?? UNKNOWN } : {}
  return { type: "TIME", value: value && `${value}T${code}`, precision: "part", ...because }
}

function dayWord(matched: readonly Token[], { anchor, tokens, from, to }: Surroundings): Meaning | null {
  const word = tokenOf(matched, "day-word")!
  // "the day before yesterday".
  const beside = tokenOf(matched, "before")
  if (beside && (word.value === "0" || tokenOf(matched, "unit")!.value !== "D")) return null
  const day = anchor?.day == null ? null : anchor.day + Number(beside?.value ?? 0)
  const code = tokens.slice(from, to).find(({ kind }) => kind === "part")?.value
  // "tonight" is the only one of these words that is longer than "today" and counts no days.
  const tonight = word.value === "0" && word.end - word.start > 5
  if (code || tonight) return part(day, Number(word.value), code ?? "NI")
  return date(day === null ? null : dayValue(day + Number(word.value)), "day", day === null ? UNKNOWN : undefined)
}

const STEP: Readonly<Record<string, number>> = { last: -1, latest: -1, previous: -1, next: 1, following: 1 }

function unitTold(matched: readonly Token[], around: Surroundings): Meaning | null {
  const moved = tokenOf(matched, "last", "next", "this", "previous", "following", "current", "latest", "that")!
  const unit = tokenOf(matched, "unit", "weekend")?.value
  if (unit === undefined) return moved.kind === "latest" ? quarterSpokenOf(around) : null
  if (unit === "WE") return weekend(moved.kind, around)
  if (unit.startsWith("T")) return null
  // "over the last week" is a length, "last week" and "the last week of May" are not.
  const stretch = matched[0]!.kind === "the" && moved.value === "last" && LASTING.has(around.tokens[around.from - 1]?.value ?? "") && !unit.startsWith("10") // biome-ignore format: one thought
  const numbered = matched[0]!.kind === "the" || around.tokens[around.from - 1]?.kind === "the"
  if (numbered && moved.value === "last" && around.tokens[around.to]?.kind === "of") return null
  if (moved.value === "past" || stretch) return { type: "DURATION", value: lengthValue(1, unit), precision: "duration" }
  if (moved.kind === "latest" && unit !== "Q") return null
  if (moved.kind === "latest" || (moved.kind === "that" && unit === "Q")) return quarterSpokenOf(around)
  // "the prior year" where none is named: that before the one of writing.
  if (moved.kind === "previous" && unit !== "D" && !referenceOf(around, partOf(unit)))
    return fromWriting(unit, -1, around)
  const near = unit === "D" && moved.kind !== "this" && moved.kind !== "current"
  if (near || moved.kind === "previous" || moved.kind === "following" || moved.kind === "that") return told(unit, STEP[moved.kind] ?? 0, around) // biome-ignore format: one step
  if (unit === "D") return null
  if (unit === "100Y" || unit === "10Y") return century(unit, STEP[moved.kind] ?? 0, around)
  return fromWriting(unit, STEP[moved.kind] ?? 0, around)
}

function fromWriting(unit: string, step: number, { anchor }: Surroundings): Meaning {
  const { value, precision } = shift(anchor, unit, step)
  return date(value, precision, value ? undefined : UNKNOWN)
}

const LASTING: ReadonlySet<string> = new Set(["over", "in", "during", "for", "within", "throughout"])

/** "the previous day", "that week": from the last time named that is known so exactly. */
function told(unit: string, step: number, around: Surroundings): Meaning | null {
  const { value, precision } = shift(referenceOf(around, partOf(unit)), unit, step)
  return date(value, precision, value ? "told from the time named before it" : UNNAMED)
}

/** "the week before last" from the day of writing, "the year before" from a time named before. */
function unitBefore(matched: readonly Token[], around: Surroundings): Meaning | null {
  const unit = tokenOf(matched, "unit")!.value
  if (tokenOf(matched, "before")!.value !== "-1" || unit.startsWith("T")) return null
  if (!tokenOf(matched, "last")) return referenceOf(around, partOf(unit)) && told(unit, -1, around)
  return fromWriting(unit, -2, around)
}

function century(unit: string, step: number, { anchor }: Surroundings): Meaning {
  const length = unit === "10Y" ? 10 : 100
  const width = unit === "10Y" ? 3 : 2
  const value = anchor && String(Math.floor(anchor.year / length) + step).padStart(width, "0")
  return date(value, unit === "10Y" ? "decade" : "century", anchor ? undefined : UNKNOWN)
}

/** The last day of the year, of the one before where the words look back to it ("since year-end"). */
function yearEnd(matched: readonly Token[], { anchor, tokens, from }: Surroundings): Meaning | null {
  if (tokenOf(matched, "unit")!.value !== "Y" || tokenOf(matched, "bound")!.value !== "END") return null
  const back = BACK.has(tokens[from - 1]?.value ?? "") ? 1 : 0
  const year = numberOf(matched, "year-number") ?? (anchor && anchor.year - back)
  return date(year ? `${yearValue(year)}-12-31` : null, "day", year ? undefined : UNKNOWN)
}

const BACK: ReadonlySet<string> = new Set(["since", "from"])

function weekend(moved: string, { anchor, direction }: Surroundings): Meaning {
  if (anchor?.day === null || !anchor) return date(null, "day", UNKNOWN)
  const started = weekdayOf(anchor.day) >= 6
  const back = moved === "last" || (moved === "the" && !started && direction() <= 0)
  const days = back || moved === "previous" ? -7 : moved === "next" || moved === "following" ? 7 : 0
  const week = weekValue(anchor.day + days)
  return date(week && `${week}-WE`, "day")
}

function unitOfWriting(matched: readonly Token[], around: Surroundings): Meaning | null {
  const unit = tokenOf(matched, "unit", "weekend")!.value
  if (unit === "WE") return weekend("the", around)
  if (unit === "Q") return quarterEnded(around) ?? quarterSpokenOf(around)
  const full = tokenOf(matched, "more")
  if (full && (full.value !== "full" || unit !== "Y")) return null
  const edge = tokenOf(matched, "edge", "bound", "earlier", "later")
  if (unit === "Y" && !edge && around.tokens[around.to]?.value.startsWith("end")) return { type: "DURATION", value: "P1Y", precision: "duration" } // biome-ignore format: one step
  const ended = edge || unit === "Y" ? null : unitEnded(unit, around)
  if (ended) return ended
  if (unit === "D")
    return tokenOf(matched, "earlier", "later") && tokenOf(matched, "preposition") ? sameDay(around) : null
  if (edge && unit.startsWith("10")) return century(unit, 0, around)
  const plain = unit === "Y" || unit === "W" || unit === "M"
  if (!plain || (unit === "M" && !edge)) return null
  return fromWriting(unit, 0, around)
}

/** News tells of the days just past: "later in the day" is of one of so many. */
const LATELY = 7

/** "later in the day": of the day named before it if that lies shortly before the day of writing, else of that itself. */
function sameDay(around: Surroundings): Meaning {
  const written = around.anchor?.day ?? null
  const named = referenceOf(around, "day")?.day ?? null
  const told = named !== null && (written === null || (named <= written && named >= written - LATELY))
  const day = told ? named : written
  return date(day === null ? null : dayValue(day), "day", day === null ? UNKNOWN : undefined)
}

/** "the week ended Oct. 14", "the month ended 30 June": the one that holds that day. Null when no such day follows. */
function unitEnded(unit: string, around: Surroundings): Meaning | null {
  const day = dayOfEnd(around)
  if (day === null || (unit !== "W" && unit !== "M")) return null
  const { value, precision } = shift(day, unit, 0)
  return date(value, precision, value ? "by the day on which it ended" : UNKNOWN)
}

/** "a year or so ago" is a year ago, "five or six years ago" is not counted. */
function ago(matched: readonly Token[], around: Surroundings): Meaning | null {
  if (!tokenOf(matched, "word")) return counted(matched, around, -1)
  return matched.at(-2)!.value === "so" ? counted(matched.slice(0, -3), around, -1) : null
}

function counted(matched: readonly Token[], { anchor, minute }: Surroundings, sign: 1 | -1): Meaning {
  const unit = tokenOf(matched, "unit", "units")!.value
  const count = countOf(matched) ?? "X"
  const vague = sign < 0 ? "PAST_REF" : "FUTURE_REF"
  if (count === "X") return date(vague, "none")
  if (unit === "TH" || unit === "TM") return timeBack(minute, -sign * count * (unit === "TH" ? 60 : 1))
  const { value, precision } = shift(anchor, unit, sign * count)
  return { type: unit.startsWith("T") ? "TIME" : "DATE", value, precision, ...(value ? {} : { how: UNKNOWN }) }
}

/** "half a century ago", "a quarter-century ago", "half an hour ago". Null for parts of other units. */
function partAgo(matched: readonly Token[], { anchor, minute }: Surroundings): Meaning | null {
  const unit = matched.at(-2)!.value
  const half = tokenOf(matched, "half") !== undefined
  if (!half && (tokenOf(matched, "unit")!.value !== "Q" || unit !== "100Y")) return null
  if (half && unit === "TH") return timeBack(minute, 30)
  const [whole, count] = unit === "Y" && half ? ["M", 6] : ["Y", (Number.parseInt(unit, 10) || 0) / (half ? 2 : 4)]
  if (!Number.isInteger(count) || count === 0) return null
  const { value, precision } = shift(anchor, whole, -count)
  return date(value, precision, value ? undefined : UNKNOWN)
}

/** "midyear", "midmonth". */
function middle(matched: readonly Token[], around: Surroundings): Meaning {
  const year = numberOf(matched, "year-number")
  return year === null ? fromWriting(tokenOf(matched, "middle")!.value, 0, around) : date(yearValue(year), "year")
}

function timeBack(minute: number | null, minutes: number): Meaning {
  const value = minute === null ? null : minuteValue(minute - minutes)
  return { type: "TIME", value, precision: "minute", ...(value ? {} : { how: "the time of writing is not known" }) }
}

function fromReference(matched: readonly Token[], around: Surroundings): Meaning | null {
  const way = tokenOf(matched, "earlier", "later")!
  const unit = tokenOf(matched, "unit", "units")!.value
  const count = countOf(matched)
  if (way.value !== way.kind || unit.startsWith("T") || count === null || count === "X") return null
  if (tokenOf(matched, "than", "about")) return null
  const reference = referenceOf(around, partOf(unit))
  if (!reference) return null
  const { value, precision } = shift(reference, unit, way.kind === "later" ? count : -count)
  // What is told of as past has not happened after the day of writing: another time is meant than the one named last.
  const ahead = around.anchor !== null && (toPoint(value)?.year ?? 0) > around.anchor.year
  return ahead && around.direction() <= 0 ? null : date(value, precision)
}

function partOfDay(matched: readonly Token[], around: Surroundings): Meaning | null {
  const moved = tokenOf(matched, "last", "next", "this", "previous", "following", "that")?.kind
  const code = tokenOf(matched, "part")!.value
  // "late-night talks" are of a kind, not of a night.
  if (!moved && matched[0]!.kind !== "the" && tokenOf(matched, "hyphen")) return null
  if (moved === "this" || moved === "last") return part(around.anchor?.day ?? null, moved === "last" ? -1 : 0, code)
  const reference = referenceOf(around, "day") ?? around.anchor
  return part(reference?.day ?? null, STEP[moved ?? ""] ?? 0, code, UNNAMED)
}
