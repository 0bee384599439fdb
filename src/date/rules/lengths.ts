import { countOf, lengthValue } from "../count.ts"
import type { Meaning, Rule, Surroundings } from "../rule.ts"
import { numberOf, pattern, tokenOf } from "../rule.ts"
import { shift } from "../shift.ts"
import type { Token } from "../tokens.ts"
import { ABOUT, COUNT, PLAIN_COUNT } from "./parts.ts"

/** Lengths of time, and what comes back at regular times. */
export const LENGTHS: readonly Rule[] = [
  {
    name: "length",
    says: "a length of time",
    pattern: pattern(`${ABOUT}?{the}?{last|next|this|ordinal|following|previous|latest}?${COUNT}{hyphen}?{unit|units}(?:{hyphen}{old})?`), // biome-ignore format: one pattern
    mean: (matched, around) => length(matched, around),
  },
  {
    name: "length-of-two-units",
    says: "a length of time",
    pattern: pattern(
      `${ABOUT}?${PLAIN_COUNT}{unit|units}{and}?${PLAIN_COUNT}{unit|units}(?!{ago|earlier|later|before|hence})`,
    ),
    mean: (matched) => twoUnits(matched),
  },
  {
    name: "length-from-to",
    says: "a length of time, not exactly known",
    pattern: pattern(`${ABOUT}?{the}?{last|next}?${PLAIN_COUNT}{hyphen}?(?:{to}|{and}|{hyphen}){article}?${PLAIN_COUNT}{hyphen}?{unit|units}`), // biome-ignore format: one pattern
    mean: (matched) => vague(tokenOf(matched, "unit", "units")!.value),
  },
  {
    name: "units-alone",
    says: "a length of time, not exactly known",
    pattern: pattern("(?<!{that|possessive|old|year-number}){units}(?:{and}{units})?(?!{year-number})"),
    mean: (matched, { tokens, to }) =>
      isAge(tokens, to) || matched[0]!.value === "Q" || matched[0]!.value === "TS" ? null : vague(matched[0]!.value),
  },
  {
    name: "lasting",
    says: "a length of time",
    pattern: pattern("{lasting}|{unit}{hyphen}{long}|{units}{hyphen}{long|old}"),
    mean: ([token]) => ({ type: "DURATION", value: lasting(token!), precision: "duration" }),
  },
  {
    name: "while",
    says: "a length of time, not exactly known",
    pattern: pattern("{article}{more}?{while}"),
    mean: () => ({ type: "DURATION", value: "PXX", precision: "duration" }),
  },
  {
    name: "and-a-half",
    says: "a length of time",
    pattern: pattern(`${ABOUT}?(?:{number|day-number|article}{hyphen}?{and}{hyphen}?{article|number}{hyphen}?{half}{hyphen}?{unit|units}|{article|number}{hyphen}?{unit}{and}{article}{half}|{day-number}{hyphen}?{day-number}{slash}{day-number}{hyphen}?{unit|units})`), // biome-ignore format: one pattern
    mean: (matched, { tokens, to }) => (isAge(tokens, to) ? null : andPart(matched)),
  },
  {
    name: "quarter-unit",
    says: "a length of time",
    pattern: pattern("{article}{unit}{hyphen|of}?{article}?{unit}"),
    mean: ([, quarter, ...rest]) => (quarter!.value === "Q" && rest.at(-1)!.value === "100Y" ? { type: "DURATION", value: "P25Y", precision: "duration" } : null), // biome-ignore format: one step
  },
  {
    name: "half-unit",
    says: "a length of time",
    pattern: pattern("{half}(?:{hyphen}|{article})?{unit}|{article}{half}{hyphen}?{unit}"),
    mean: (matched) => halfUnit(tokenOf(matched, "unit")!.value),
  },
  {
    name: "set-word",
    says: "at regular times",
    pattern: pattern("{set}"),
    mean: ([token], around) => (isKindOrRate(token!, around) ? null : set(token!.value)),
  },
  {
    name: "every",
    says: "at regular times",
    pattern: pattern(`{every}(?:${PLAIN_COUNT}|{that}|{more})?{unit|units|weekend}`),
    mean: (matched) => every(matched),
  },
  {
    name: "every-named",
    says: "at regular times",
    pattern: pattern(
      "{every}(?:{weekday}{part}?|{month|season|doubtful-season|doubtful-month|part})|{weekdays}{parts}?|{weekday}{parts}|{the}?{last|next}?{number|vague}{seasons}|(?<={preposition|to|of}){the}?{parts|seasons}",
    ),
    mean: (matched) => everyNamed(matched),
  },
]

const set = (value: string): Meaning => ({ type: "SET", value, precision: "set" })
const vague = (unit: string): Meaning => ({ type: "DURATION", value: lengthValue("X", unit), precision: "duration" })

/** An age is no time: "6-year-old", "52 years old". */
const isAge = (tokens: readonly Token[], to: number): boolean =>
  tokens[to]?.kind === "old" ||
  (tokens[to]?.kind === "hyphen" && tokens[to + 1]?.kind === "old") ||
  (tokens[to]?.kind === "of" && tokens[to + 1]?.value === "age")

function length(matched: readonly Token[], around: Surroundings): Meaning | null {
  const { tokens, from, to } = around
  const unit = tokenOf(matched, "unit", "units")!
  const counted = countOf(matched)
  // "half a dozen years".
  const count = tokens[from - 1]?.kind === "half" && typeof counted === "number" ? counted / 2 : counted
  if (count === null || isAge(tokens, to) || (tokenOf(matched, "old") && unit.value === "Y")) return null
  if (tokens[from - 1]?.kind === "currency") return null
  // "a day-long sale".
  if (tokens[to]?.kind === "hyphen" && tokens[to + 1]?.kind === "long") return null
  // "'60 Steps": no year, no number.
  if (matched.some(({ kind, start, end }) => kind === "year-number" && end - start < 4)) return null
  // "the 2018 day trip", "2018: day five": a year.
  if (unit.kind === "unit" && matched.at(-2)?.kind === "year-number") return null
  // "three-quarters" is a share.
  if (unit.value === "Q" && tokenOf(matched, "hyphen")) return null
  // "a two-year term": the article is the term's.
  const numbered = tokenOf(matched, "number", "day-number", "figure") !== undefined
  if (numbered && unit.kind === "unit" && (matched[0]!.kind === "article" || matched[0]!.kind === "the")) return null
  const article = matched.length === 2 && matched[0]!.kind === "article"
  if (matched.at(-2)?.kind === "article" && (unit.value === "Q" || unit.value === "TS")) return null
  if (article && tokens[from - 1]?.kind !== "preposition" && around.tokens[from - 1]?.kind !== "more" && isRate(tokens, from)) return set(lengthValue(1, unit.value)) // biome-ignore format: one step
  if (unit.kind === "unit" && count !== "X" && count > 1 && matched.at(-2)?.kind === "ordinal") return null
  const later = tokens[from - 1]?.value === "in" && unit.value === "Y" && count !== "X" && around.direction() > 0
  if (later)
    return { ...shift(around.anchor, unit.value, count), type: "DATE", how: "counted on from the day of writing" }
  return { type: "DURATION", value: lengthValue(count, unit.value), precision: "duration" }
}

/** "the daily Oruvian" is a newspaper, "a quarterly dividend" one of a kind, "8% annually" a rate. */
const isKindOrRate = ({ value }: Token, { tokens, from, to }: Surroundings): boolean =>
  tokens[to]?.kind === "name" ||
  (value === "P1Q" && tokens[to]?.kind === "word") ||
  (value === "P1Y" &&
    tokens.slice(Math.max(0, from - 3), from).some(({ kind, value }) => RATES.has(kind) || value === "%"))

const RATES: ReadonlySet<string> = new Set(["figure", "day-number", "number", "currency"])

/** "three times a week", "$5 an hour": so much in each. */
const isRate = (tokens: readonly Token[], from: number): boolean => {
  const before = tokens[from - 1]
  return before?.kind === "units" || before?.kind === "figure" || before?.kind === "day-number" || before?.kind === "number" || /[^s]s$|^twice$|^once$/.test(before?.value ?? "") // biome-ignore format: one thought
}

const FALLING = ["Y", "M", "W", "D", "TH", "TM", "TS"]

/** "two years and three months", "an hour and 20 minutes". Null where the second unit is no part of the first. */
function twoUnits(matched: readonly Token[]): Meaning | null {
  const at = matched.findIndex(({ kind }) => kind === "unit" || kind === "units")
  const [whole, part] = [matched[at]!.value, matched.at(-1)!.value]
  const counts = [countOf(matched.slice(0, at)), countOf(matched.slice(at + 1).filter(({ kind }) => kind !== "and"))]
  if (FALLING.indexOf(whole) < 0 || FALLING.indexOf(part) <= FALLING.indexOf(whole)) return null
  if (counts.some((count) => typeof count !== "number")) return null
  const joint = part.startsWith("T") && !whole.startsWith("T") ? "T" : ""
  const value = `P${whole.startsWith("T") ? "T" : ""}${counts[0]}${whole.at(-1)}${joint}${counts[1]}${part.at(-1)}`
  return { type: "DURATION", value, precision: "duration" }
}

const lasting = ({ kind, value }: Token): string =>
  kind === "lasting" ? value : lengthValue(kind === "unit" ? 1 : "X", value)

/** "two and a half years", "a year and a half", "3 1/2 years". Null for what is no fraction of hours to centuries. */
function andPart(matched: readonly Token[]): Meaning | null {
  const unit = tokenOf(matched, "unit", "units")!.value
  const slash = matched.findIndex(({ kind }) => kind === "slash")
  const part = slash < 0 ? 0.5 : Number(matched[slash - 1]!.value) / Number(matched[slash + 1]!.value)
  const whole = numberOf(matched, "number", "day-number") ?? 1
  if (unit === "Q" || part >= 1) return null
  const letter = unit.at(-1)!
  const count = Number(((whole + part) * (Number.parseInt(unit, 10) || 1)).toFixed(2))
  return { type: "DURATION", value: `P${unit.startsWith("T") ? "T" : ""}${count}${letter}`, precision: "duration" }
}

const HALVES: Readonly<Record<string, string>> = { D: "PT12H", Y: "P6M", TH: "PT30M", "10Y": "P5Y", "100Y": "P50Y" }

function halfUnit(unit: string): Meaning | null {
  const value = HALVES[unit]
  return value ? { type: "DURATION", value, precision: "duration" } : null
}

function every(matched: readonly Token[]): Meaning | null {
  const unit = tokenOf(matched, "unit", "units", "weekend")!
  if (unit.kind === "weekend") return set("XXXX-WXX-WE")
  const other = tokenOf(matched, "more")?.value === "other" ? 2 : 1
  return set(lengthValue(countOf(matched) ?? numberOf(matched, "ordinal") ?? other, unit.value))
}

function everyNamed(matched: readonly Token[]): Meaning | null {
  const month = numberOf(matched, "month", "doubtful-month")
  if (month !== null) return set(`XXXX-${String(month).padStart(2, "0")}`)
  const season = tokenOf(matched, "season", "doubtful-season", "seasons")
  if (season) return set(`XXXX-${season.value}`)
  const weekday = tokenOf(matched, "weekday", "weekdays")
  const part = tokenOf(matched, "part", "parts")
  if (!weekday) return set(part!.value === "WE" ? "XXXX-WXX-WE" : `XXXX-XX-XXT${part!.value}`)
  return set(`XXXX-WXX-${weekday.value}${part ? `T${part.value}` : ""}`)
}
