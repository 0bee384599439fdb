import type { Holiday } from "../../lexicon/times.ts"
import type { Point } from "../anchor.ts"
import { toPoint } from "../anchor.ts"
import type { DayNumber } from "../calendar.ts"
import { dayNumber, dayOf, dayValue, easter, nthWeekday, weekdayOf } from "../calendar.ts"
import { referenceOf } from "../reference.ts"
import type { Meaning, Rule, Surroundings } from "../rule.ts"
import { numberOf, pattern, tokenOf } from "../rule.ts"
import type { Token } from "../tokens.ts"
import { fullYear } from "../tokens.ts"
import { EDGE, MONTH, WEEKDAY } from "./parts.ts"

const DAY = "{day-number|ordinal}"
const NAMED = `(?:${WEEKDAY}{comma}?)?`
const ENDING = `(?:{comma}?{year-number})?`

/** Days of the calendar: by month and number, by the weekday, by their holiday. */
export const DAYS: readonly Rule[] = [
  {
    name: "month-and-day",
    says: "a day of a month",
    pattern: pattern(`${EDGE}?{last|next|this}?${NAMED}${MONTH}${DAY}(?!{hyphen}?{unit|units})${ENDING}`),
    mean: (matched, around) => monthDay(matched, around),
  },
  {
    name: "day-and-month",
    says: "a day of a month",
    pattern: pattern(`${NAMED}{the}?${DAY}{of}?${MONTH}${ENDING}`),
    mean: (matched, around) => monthDay(matched, around),
  },
  {
    name: "end-of-range",
    says: "a further day of the month named before it",
    pattern: pattern(`(?<=${MONTH}${DAY}(?:{hyphen}|{to}|{and}|{comma}${DAY}{comma}?{and}))${DAY}(?!{hyphen}?{unit|units|month|doubtful-month|short-month|hour-half|word})${ENDING}`), // biome-ignore format: one pattern
    mean: (matched, around) => monthDay([...around.tokens.slice(Math.max(0, around.from - 6), around.from).filter(isMonth).slice(-1), ...matched], around), // biome-ignore format: one step
  },
  {
    name: "within-list",
    says: "a further day of the month named before it",
    pattern: pattern(
      `(?<=${MONTH}${DAY}{comma})${DAY}(?={comma}?{and}${DAY}(?!{hyphen}?{unit|units|word|name|month|doubtful-month|short-month}))`,
    ),
    mean: (matched, around) => monthDay([...around.tokens.slice(Math.max(0, around.from - 4), around.from).filter(isMonth).slice(-1), ...matched], around), // biome-ignore format: one step
  },
  {
    name: "start-of-range",
    says: "a day of the month named after it",
    pattern: pattern(`(?<={preposition|the})${DAY}(?=(?:{hyphen}|{to}|{and}){the}?${DAY}{of}?${MONTH})`),
    mean: (matched, around) =>
      monthDay([...matched, ...around.tokens.slice(around.to + 2, around.to + 5).filter(isMonth)], around),
  },
  {
    name: "digits",
    says: "a date in digits",
    pattern: pattern("{date-number}"),
    mean: ([token]) => digits(token!.value),
  },
  {
    name: "holiday",
    says: "a holiday",
    pattern: pattern(`${EDGE}?{last|next|this}?{holiday}(?:{comma}?{of}?{year-number})?`),
    mean: (matched, around) => holiday(matched, around),
  },
  {
    name: "weekday",
    says: "a day of the week",
    pattern: pattern(`${EDGE}?(?:{the}?{last|next|this|previous|following|that})?${WEEKDAY}{part}?`),
    mean: (matched, around) => weekday(matched, around),
  },
  {
    name: "part-of-a-named-day",
    says: "a part of a day that is named with it",
    pattern: pattern(`{the}{edge}?{hyphen}?{part}(?:{of}|{preposition})(?:${NAMED}${MONTH}${DAY}${ENDING}|${NAMED}{the}?${DAY}{of}?${MONTH}${ENDING}|{last|this}?${WEEKDAY})`), // biome-ignore format: one pattern
    mean: (matched, around) => partOfNamedDay(matched, around),
  },
  {
    name: "weekday-and-number",
    says: "a day of the week and of a month",
    pattern: pattern("{weekday}{comma}?{the}{ordinal}"),
    mean: (matched, around) => weekdayAndNumber(matched, around),
  },
  {
    name: "weekday-of-week",
    says: "a day of the week, of a week named with it",
    pattern: pattern(`${EDGE}?${WEEKDAY}{of}?{last|next|this}{unit}`),
    mean: (matched, around) => weekdayOfWeek(matched, around),
  },
]

/** Whether a token names a month. */
export const isMonth = ({ kind }: Token): boolean =>
  kind === "month" || kind === "doubtful-month" || kind === "short-month"

/** The day of a month that these tokens name, in the year that stands with it or the likeliest one. */
export function monthDay(matched: readonly Token[], around: Surroundings): Meaning {
  const month = Number(matched.find(isMonth)?.value)
  const rest = matched.filter(({ kind }) => kind === "day-number" || kind === "ordinal")
  const day = Number.parseInt(rest[0]?.value ?? "", 10)
  const year = numberOf(matched, "year-number") ?? yearOfRange(around)
  if (year !== null) return onDay(dayNumber(year, month, day), "its year stands with it")
  return onDay(...nearestYear(around, tokenOf(matched, "last", "next"), (of) => dayNumber(of, month, day)))
}

/** "Nov. 2-5, 2022": the year behind the second day is that of both. */
function yearOfRange({ tokens, to }: Surroundings): number | null {
  const [joint, end, ...rest] = tokens.slice(to, to + 4)
  if (!joint || !end || !JOINTS.has(joint.kind) || !DAY_NUMBERS.has(end.kind)) return null
  const year = rest[0]?.kind === "comma" ? rest[1] : rest[0]
  return year?.kind === "year-number" ? Number(year.value) : null
}

const JOINTS: ReadonlySet<string> = new Set(["hyphen", "to", "and"])
const DAY_NUMBERS: ReadonlySet<string> = new Set(["day-number", "ordinal"])

const onDay = (day: DayNumber | null, how: string): Meaning => ({
  type: "DATE",
  value: day === null ? null : dayValue(day),
  precision: "day",
  how,
})

/** A day that comes once a year, in the year that the tense and the day of writing make likely. */
function nearestYear(
  around: Surroundings,
  moved: Token | undefined,
  dayIn: (year: number) => DayNumber | null,
): [DayNumber | null, string] {
  const { anchor } = around
  const here =
    anchor?.day ?? (anchor?.month === null || !anchor ? null : dayNumber(anchor.year, (anchor.month % 12) + 1, 15))
  if (!anchor || here === null) return [null, "the day of writing is not known"]
  const days = [-1, 0, 1].map((add) => dayIn(anchor.year + add)).filter((day) => day !== null)
  const before = days.filter((day) => (moved ? day < here : day <= here)).at(-1)
  const after = days.find((day) => day > here)
  if (moved?.kind === "last") return [before ?? null, "the last one before the day of writing"]
  if (moved) return [after ?? null, "the next one after the day of writing"]
  if (before === undefined || after === undefined)
    return [before ?? after ?? null, "the nearest one to the day of writing"]
  return [nearer({ here, before, after }, around), "the likeliest one around the day of writing"]
}

/** Days that are this much nearer than the one of the other year are meant, whatever the tense. */
const PLAIN = 90

function nearer(
  { here, before, after }: Readonly<{ here: number; before: number; after: number }>,
  around: Surroundings,
): number {
  const past = here - before
  const future = after - here
  const direction = around.direction()
  if (direction === 0 || Math.min(past, future) < PLAIN) return past <= future ? before : after
  return direction < 0 ? before : after
}

/** Only what can be read in one way: 5/6/2020 is two days. */
function digits(value: string): Meaning | null {
  const [a = 0, b = 0, c = 0] = value.split(/[/.-]/).map(Number)
  if (/^\d{4}/.test(value)) return onDay(dayNumber(a, b, c), "written in digits")
  // "10/30/89".
  if (/^\d{1,2}\/\d{1,2}\/\d\d$/.test(value) && a <= 12 && b > 12)
    return onDay(dayNumber(Number(fullYear(c)), a, b), "written in digits")
  if (!/\d{4}$/.test(value)) return null
  // With dots the day stands first, wherever they are used.
  if (value.includes(".")) return onDay(dayNumber(c, b, a), "written in digits")
  if (a === b || b > 12) return onDay(dayNumber(c, a, b), "written in digits")
  if (a > 12) return onDay(dayNumber(c, b, a), "written in digits")
  return onDay(null, "day and month cannot be told apart")
}

function holiday(matched: readonly Token[], around: Surroundings): Meaning | null {
  const found = tokenOf(matched, "holiday")?.holiday
  if (!found) return null
  const dayIn = (year: number): DayNumber | null => holidayIn(found, year)
  const year = numberOf(matched, "year-number")
  if (year !== null) return onDay(dayIn(year), "its year stands with it")
  return onDay(...nearestYear(around, tokenOf(matched, "last", "next"), dayIn))
}

function holidayIn({ rule, days }: Holiday, year: number): DayNumber | null {
  const [month = 0, second = 0, nth = 0] = (rule.includes("/") ? rule.split("/") : rule.split("-")).map(Number)
  const fixed = rule.includes("/") ? nthWeekday({ year, month, weekday: second, nth }) : dayNumber(year, month, second)
  const day = rule === "easter" ? easter(year) : fixed
  return day === null ? null : day + days
}

function weekday(matched: readonly Token[], around: Surroundings): Meaning | null {
  const named = tokenOf(matched, "weekday", "short-weekday")!
  // "The Sunday Oruvian": a title.
  if (around.tokens[around.from - 1]?.kind === "the" && around.tokens[around.to]?.kind === "name") return null
  if (named.kind === "short-weekday" && tokenOf(matched, "dot") === undefined) return null
  const [day, how] = weekdayBy(Number(named.value), tokenOf(matched, "last", "next", "this", "previous", "following", "that")?.kind, around) // biome-ignore format: one step
  const part = tokenOf(matched.slice(matched.indexOf(named)), "part")
  const value = day === null ? null : dayValue(day)
  if (!part) return { type: "DATE", value, precision: "day", how }
  return { type: "TIME", value: value && `${value}T${part.value}`, precision: "part", how }
}

/** "the morning of 12 May", "the evening of last Friday". */
function partOfNamedDay(matched: readonly Token[], around: Surroundings): Meaning | null {
  const at = matched.findIndex(({ kind }) => kind === "part") + 2
  const day = matched.slice(at)
  const named = day.some(isMonth) ? monthDay(day, around) : weekday(day, around)
  if (named?.type !== "DATE") return null
  return { ...named, type: "TIME", value: named.value && `${named.value}T${matched[at - 2]!.value}`, precision: "part" }
}

function weekdayBy(weekday: number, moved: string | undefined, around: Surroundings): [DayNumber | null, string] {
  const reference = moved === "previous" || moved === "following" || moved === "that"
  const base: Point | null = reference ? (referenceOf(around, "day") ?? around.anchor) : around.anchor
  const day = base?.day ?? null
  if (day === null) return [null, "the day of writing is not known"]
  const first = moved === undefined ? startOfRange(around) : null
  if (first !== null) return [first + ((weekday - weekdayOf(first) + 7) % 7), "the first one after that of the range"]
  const against = reference ? "the day named before it" : "the day of writing"
  const back = (weekdayOf(day) - weekday + 7) % 7
  if (moved === "last" || moved === "previous") return [day - (back || 7), `the last one before ${against}`]
  if (moved === "next" || moved === "following") return [day + ((7 - back) % 7 || 7), `the first one after ${against}`]
  if (moved === "this") return [day - weekdayOf(day) + weekday, "in the week of writing"]
  if (moved === "that") return [day - weekdayOf(day) + weekday, "in the week of the day named before it"]
  // "Wednesday's ruling" has been made, whatever is to come of it.
  const made = around.tokens[around.to]?.kind === "possessive"
  if (!made && around.direction() > 0)
    return [day + ((7 - back) % 7), `the next one from ${against} on, as the tense says`]
  return [day - back, `the last one up to ${against}`]
}

/** "Monday through Friday", "between Monday and Friday": the day that the range begins with; null where there is none. */
function startOfRange({ tokens, from, earlier }: Surroundings): DayNumber | null {
  const [opening, first, joint] = [tokens[from - 3], tokens[from - 2], tokens[from - 1]]
  const between = joint?.kind === "and" && opening?.value === "between"
  if (first?.kind !== "weekday" || !joint || (!between && !RANGE.has(joint.value))) return null
  const begun = earlier.at(-1)
  return begun?.start === first.start ? (toPoint(begun.value)?.day ?? null) : null
}

const RANGE: ReadonlySet<string> = new Set(["through", "to", "until", "till", "-", "–"])

/** "Friday the 13th": the nearest one within a year, the past one of two as near. Null in words ("Friday the first"). */
function weekdayAndNumber(matched: readonly Token[], { anchor }: Surroundings): Meaning | null {
  const [named, ordinal] = [matched[0], matched.at(-1)]
  if (!/^\d+\D+$/.test(ordinal!.value)) return null
  const here = anchor?.day ?? null
  if (here === null) return onDay(null, "the day of writing is not known")
  const number = Number.parseInt(ordinal!.value, 10)
  for (let far = 0; far < 366; far++) {
    const found = [here - far, here + far].find(
      (day) => weekdayOf(day) === Number(named!.value) && dayOf(day).day === number,
    )
    if (found !== undefined) return onDay(found, "the nearest one to the day of writing")
  }
  return null
}

function weekdayOfWeek(matched: readonly Token[], { anchor }: Surroundings): Meaning | null {
  if (tokenOf(matched, "unit")!.value !== "W") return null
  const moved = tokenOf(matched, "last", "next", "this")!.kind
  const weekday = Number(tokenOf(matched, "weekday", "short-weekday")!.value)
  if (anchor?.day === null || !anchor) return onDay(null, "the day of writing is not known")
  const monday = anchor.day - weekdayOf(anchor.day) + 1
  return onDay(
    monday + weekday - 1 + (moved === "last" ? -7 : moved === "next" ? 7 : 0),
    "counted from the week of writing",
  )
}
