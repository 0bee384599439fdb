import { readMonths } from "../lexicon/months.ts"
import { type PublishedDate, parseDate } from "../model/date.ts"

let months: ReadonlyMap<string, number> | null = null

const ISO = /\b(\d{4}-\d{2}-\d{2})(?:[T ]{1,2}(\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?Z?)?$/
const WORD = "(\\p{L}{3,12})\\.?"
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?(?:\\s+(?:de|of))?[\\s-]+${WORD},?(?:\\s+(?:de|del))?[\\s-]+(\\d{4})(?!\\d)`,
  "u",
)
const MONTH_FIRST = new RegExp(`(?<!\\p{L})${WORD}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, "u")
const YEAR_FIRST = /(?<!\d)(\d{4})[/.年-]\s?(\d{1,2})[/.月-]\s?(\d{1,2})(?!\d)/
const NUMBERS = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/
const EITHER = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d{2})(?!\d)/
const CLOCK = /(?<!\d)(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*([ap])?\.?\s?(m)?/i
const ZONES: Readonly<Record<string, string>> = { GMT: "Z", UTC: "Z", EST: "-05:00", EDT: "-04:00", CST: "-06:00", CDT: "-05:00", MST: "-07:00", MDT: "-06:00", PST: "-08:00", PDT: "-07:00", BST: "+01:00", CET: "+01:00", CEST: "+02:00" } // biome-ignore format: one table

type Day = Readonly<{ value: string; start: number; end: number }>

/** A date and where it stands in its text. */
export type WrittenDate = Readonly<{ date: PublishedDate; start: number; end: number }>

/**
 * The first date in a text, as people or machines write it ("24 May 2023", "May 24, 2023, 8:10 a.m.
 * EDT", "2023-05-24T08:10Z"), with the time of day and the zone when they stand beside it. Days in
 * numbers ("24/05/2023") only when one of the two can be no month. Null when there is none.
 */
export const findWrittenDate = (text: string): PublishedDate | null => firstDate(text)?.date ?? null

const MOST = 4

/** All dates in a text, where they stand, in their order; at most four. */
export function findWrittenDates(text: string, most = MOST): WrittenDate[] {
  const one = most > 0 ? firstDate(text) : null
  if (!one) return []
  // One written for machines is found before those around it.
  const before = findWrittenDates(text.slice(0, one.start), most - 1)
  const behind = findWrittenDates(text.slice(one.end), most - 1 - before.length)
  const moved = behind.map(({ date, start, end }) => ({ date, start: start + one.end, end: end + one.end }))
  return [...before, one, ...moved]
}

/** The two days that "03/04/2021" may be, the day in front first; null where it is no such date or only one is possible. */
export function eitherDay(text: string): readonly [string, string] | null {
  const found = EITHER.exec(text)
  if (!found || found[1] === found[2] || Number(found[1]) > 12 || Number(found[2]) > 12) return null
  const days = [found[2]!, found[1]!].map((month, i) => toDay(found, found[3]!, Number(month), Number(found[i + 1])))
  return days[0] && days[1] ? [days[0].value, days[1].value] : null
}

function firstDate(text: string): WrittenDate | null {
  if (!/\d/.test(text)) return null
  const iso = ISO.exec(text)
  if (iso) return placed(ofParts(iso[1]!, iso[2] ?? null, iso[3] ?? ""), iso.index, iso.index + iso[0].length)
  const compact = COMPACT.exec(text.trim())
  if (compact) return placed(parseDate(`${compact[1]}-${compact[2]}-${compact[3]}`), 0, text.length)
  const day = dayFirst(text) ?? monthFirst(text) ?? yearFirst(text) ?? numbers(text)
  if (!day) return null
  const near = text.slice(day.end, day.end + 30)
  return placed(ofParts(day.value, ...clock(near)), day.start, day.end)
}

const placed = (date: PublishedDate | null, start: number, end: number): WrittenDate | null =>
  date && { date, start, end }

function ofParts(day: string, time: string | null, zone: string): PublishedDate | null {
  return (time && parseDate(`${day}T${time}${zone}`)) || parseDate(day)
}

function dayFirst(text: string): Day | null {
  const found = DAY_FIRST.exec(text)
  return found && toDay(found, found[3]!, monthOf(found[2]!), Number(found[1]))
}

function monthFirst(text: string): Day | null {
  const found = MONTH_FIRST.exec(text)
  return found && toDay(found, found[3]!, monthOf(found[1]!), Number(found[2]))
}

function yearFirst(text: string): Day | null {
  const found = YEAR_FIRST.exec(text)
  return found && toDay(found, found[1]!, Number(found[2]), Number(found[3]))
}

function numbers(text: string): Day | null {
  const found = NUMBERS.exec(text)
  if (!found) return null
  const [first, second] = [Number(found[1]), Number(found[3])]
  const year = found[4]!.length === 2 ? `20${found[4]}` : found[4]!
  // Dots are a Continental habit, and there the day comes first.
  if (found[2] === "." || first > 12) return toDay(found, year, second, first)
  return second > 12 || first === second ? toDay(found, year, first, second) : null
}

function toDay(found: RegExpExecArray, year: string, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const value = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
  return parseDate(value) && { value, start: found.index, end: found.index + found[0].length }
}

function monthOf(word: string): number {
  months ??= readMonths()
  return months.get(word.toLowerCase()) ?? 0
}

function clock(text: string): [string | null, string] {
  const found = CLOCK.exec(text)
  if (!found || Number(found[1]) > 24 || Number(found[2]) > 59) return [null, ""]
  const half = found[4] ? found[3]?.toLowerCase() : undefined
  const hour = (Number(found[1]) % (half ? 12 : 24)) + (half === "p" ? 12 : 0)
  const zone = /\b[A-Z]{3,4}\b/.exec(text.slice(found.index + found[0].length))?.[0] ?? ""
  return [`${String(hour).padStart(2, "0")}:${found[2]}`, ZONES[zone] ?? ""]
}
