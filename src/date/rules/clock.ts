import { dayValue } from "../calendar.ts"
import { referenceOf } from "../reference.ts"
import type { Meaning, Rule, Surroundings } from "../rule.ts"
import { pattern, tokenOf } from "../rule.ts"
import type { Token } from "../tokens.ts"
import { DAYS, isMonth, monthDay } from "./days.ts"
import { MONTH, WEEKDAY } from "./parts.ts"
import { RELATIVE } from "./relative.ts"

const DATE = `(?:${WEEKDAY}{comma}?)?(?:${MONTH}{day-number|ordinal}(?!{hyphen}?{unit|units})|{the}?{day-number|ordinal}{of}?${MONTH})(?:{comma}?{year-number})?` // biome-ignore format: one pattern
const DAY = `(?:{comma}?{preposition}?(?:${DATE}|(?:{last|next|this}?${WEEKDAY}|{day-word}){part}?))`
/** "GMT", "local time", "Eastern time". */
const ZONE = "(?:{zone}{time}?)"
const PART = "(?:{preposition}{the}{part}|{this|that|last}{part})"

/** Times of the clock. */
export const CLOCK: readonly Rule[] = [
  {
    name: "clock",
    says: "a time of the clock",
    pattern: pattern(
      `{edge}?(?:{clock}{hour-half}?|{day-number|number}(?:{hour-half}|(?=${PART})))${ZONE}?{part}?(?:${DAY}|${PART})?`,
    ),
    mean: (matched, around) => clock(matched, around),
  },
  {
    name: "day-and-clock",
    says: "a time of the clock",
    pattern: pattern(
      `(?:${DATE}|{last|next|this}?${WEEKDAY}{part}?|{day-word}{part}?|{this|last|that}{part}){comma}?{preposition}{about}?(?:{clock}{hour-half}?|{day-number|number}{hour-half})${ZONE}?`,
    ),
    mean: (matched, around) => dayAndClock(matched, around),
  },
  {
    name: "military-clock",
    says: "a time of the clock",
    pattern: pattern(`{figure|year-number}${ZONE}${DAY}?`),
    mean: (matched, around) => clock(matched, around),
  },
  {
    name: "noon",
    says: "a time of the clock",
    pattern: pattern(`{moment}${ZONE}?(?:${DAY})?`),
    mean: (matched, around) => clock(matched, around),
  },
]

function clock(matched: readonly Token[], around: Surroundings): Meaning | null {
  const at = matched.findIndex(({ kind }) => TIMES.has(kind))
  const time = isOtherClock(around) ? null : timeOf(matched.slice(at), around)
  return time === null ? null : onDay(dayFor([...matched.slice(at + 1), ...dayBehindOtherClock(around)], around), time)
}

/** "10:35 a.m. (0735 GMT)": the time in brackets is the same one. */
const isOtherClock = ({ tokens, from }: Surroundings): boolean =>
  tokens[from - 1]?.value === "(" && CLOCKS.has(tokens[from - 2]?.kind ?? "")

/** "10:35 a.m. (0735 GMT) Friday": the day of the first; empty where none follows. */
function dayBehindOtherClock({ tokens, to }: Surroundings): readonly Token[] {
  const behind = tokens.slice(to + 1, to + OTHER)
  const closed = tokens[to]?.value === "(" ? behind.findIndex(({ value }) => value === ")") : -1
  const day = behind[closed + 1]?.kind === "preposition" ? behind[closed + 2] : behind[closed + 1]
  return closed > 0 && behind[closed - 1]?.kind === "zone" && day?.kind === "weekday" ? [day] : []
}

const CLOCKS: ReadonlySet<string> = new Set(["clock", "hour-half", "zone"])

/** No longer is a time in brackets: "(8:35 p.m. GMT)" and the day after it. */
const OTHER = 8

/** "Monday at 8 a.m.", "on 3 May at 9:30". */
function dayAndClock(matched: readonly Token[], around: Surroundings): Meaning | null {
  const at = matched.findLastIndex(({ kind }) => kind === "preposition")
  const named = matched.slice(0, at)
  const first = matched.findIndex(({ kind }, index) => index > at && TIMES.has(kind))
  if (matched[at]!.value !== "at") return null
  const part = named.filter(({ kind }) => kind === "part")
  const time = timeOf([...matched.slice(first), ...part], { ...around, from: around.from + at + 1 })
  return time === null ? null : onDay(dayFor(named, { ...around, to: around.from + at }), time)
}

function onDay(day: string | null, time: string): Meaning {
  const how = day ? undefined : "the day is not known"
  return { type: "TIME", value: `${day ?? "XXXX-XX-XX"}T${time}`, precision: "minute", ...(how ? { how } : {}) }
}

const TIMES = new Set(["clock", "day-number", "number", "figure", "year-number", "moment"])

/** Hours and minutes, to 24; null when it is no time ("25:00", a score of 3:2). */
function timeOf([first, ...rest]: readonly Token[], { tokens, from }: Surroundings): string | null {
  if (first!.kind === "moment") return first!.value
  const marked = rest.some(({ kind }) => kind === "hour-half" || kind === "zone" || kind === "part")
  if (!marked && tokens[from - 1]?.kind !== "preposition" && tokens[from - 1]?.kind !== "about") return null
  const digits = first!.kind === "clock" ? first!.value.split(":") : first!.value.length === 4 ? [first!.value.slice(0, 2), first!.value.slice(2)] : [first!.value] // biome-ignore format: three forms
  // "1500 local residents": no zone.
  if (tokenOf(rest, "zone")?.value === "local" && !tokenOf(rest, "time")) return null
  const told = tokenOf(rest, "hour-half")?.value[0]
  const [hour = 99, minute = 0] = digits.map(Number)
  const half = told !== "o" && told ? told : halfOf(rest, hour)
  if (hour > 24 || minute > 59 || (half && hour > 12)) return null
  const full = half === "p" && hour < 12 ? hour + 12 : half === "a" && hour === 12 ? 0 : hour
  return `${String(full).padStart(2, "0")}:${String(minute).padStart(2, "0")}`
}

/** "6 in the morning", "11:30 last night", "1:30 at night", "7:30 tonight". */
function halfOf(rest: readonly Token[], hour: number): string | undefined {
  const word = tokenOf(rest, "day-word")
  // "tonight", the only word for the day of writing that is longer than "today".
  const tonight = word?.value === "0" && word.end - word.start > 5
  const part = tonight ? "NI" : tokenOf(rest, "part")?.value
  return part === "NI" ? (hour >= DUSK ? "p" : "a") : HALF_OF_PART[part ?? ""]
}

/** Hours of the night from this on are before midnight. */
const DUSK = 5

const HALF_OF_PART: Readonly<Record<string, string>> = { MO: "a", AF: "p", EV: "p" }

/** The day that stands with the time, else the last one named, else the day of writing. */
function dayFor(rest: readonly Token[], around: Surroundings): string | null {
  const month = rest.findIndex(isMonth)
  if (month >= 0) return monthDay(rest.slice(Math.max(0, month - 2)), around).value
  const named = rest.findIndex(({ kind }) => kind === "weekday" || kind === "short-weekday" || kind === "day-word")
  if (named >= 0) {
    const rule = rest[named]!.kind === "day-word" ? RELATIVE[0]! : DAYS.find(({ name }) => name === "weekday")!
    const from = rest[named - 1] && MOVES.has(rest[named - 1]!.kind) ? named - 1 : named
    return rule.mean(rest.slice(from), around)?.value?.slice(0, 10) ?? null
  }
  const day = dayOfPart(rest, around)
  return day === null ? null : dayValue(day)
}

/** "8:30 this morning" is of the day of writing, "11 last night" of the one before; else the last day named counts. */
function dayOfPart(rest: readonly Token[], around: Surroundings): number | null {
  const moved = tokenOf(rest, "this", "last")?.kind
  const written = around.anchor?.day ?? null
  if (moved) return written === null ? null : written - (moved === "last" ? 1 : 0)
  return (referenceOf(around, "day") ?? around.anchor)?.day ?? null
}

const MOVES = new Set(["last", "next", "this"])
