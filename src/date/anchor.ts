import type { PublishedDate } from "../model/date.ts"
import type { DayNumber } from "./calendar.ts"
import { dayNumber, isYear, monthNumber } from "./calendar.ts"

/**
 * A place in the calendar as far as it is known: the day of writing, or a time that another refers to. Quarters and
 * months count from the year 0.
 */
export type Point = Readonly<{ year: number; quarter: number | null; month: number | null; day: DayNumber | null }>

const FORM = /^(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?(?![\dX])/

/** The point that a TIMEX3 value or a date names; null for a length, a set, or what is no year. */
export function toPoint(value: string | null): Point | null {
  const found = FORM.exec(value ?? "")
  const year = Number(found?.[1])
  if (!found || !isYear(year)) return null
  if (found[2]) return { year, quarter: year * 4 + Number(found[2]) - 1, month: null, day: null }
  if (!found[3]) return { year, quarter: null, month: null, day: null }
  const month = monthNumber(year, Number(found[3]))
  const day = found[4] ? dayNumber(year, Number(found[3]), Number(found[4])) : null
  return { year, quarter: Math.floor(month / 3), month, day }
}

/** Minutes since the beginning of 1970, as the clock stood that the date was printed with; null without a time of day. */
export function toMinute(published: PublishedDate | null): number | null {
  const found = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})/.exec(published?.value ?? "")
  const time = Date.parse(`${found?.[1]}Z`)
  return found && !Number.isNaN(time) ? time / 60_000 : null
}

/** Null when there is no date, or one that cannot be. */
export const toAnchor = (published: PublishedDate | null): Point | null => published && toPoint(published.value)
