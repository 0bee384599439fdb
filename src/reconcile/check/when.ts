import type { PublishedDate } from "../../model/date.ts"
import type { DocumentView } from "../../model/ledger.ts"

/** When a document was published; where it does not say, when it was seen here. */
export type When = Readonly<{ date: PublishedDate; seen: boolean }>

export const whenOf = ({ reading, firstSeen }: DocumentView): When =>
  reading.published
    ? { date: reading.published, seen: false }
    : { date: { value: firstSeen, precision: "second" }, seen: true }

const CLOCK = /T.*(?:Z|[+-]\d{2}:?\d{2})$/

/** Below 0: the left was certainly before; 0: not known, or together. A day and a time on that day are together. */
export function compareDates({ value: left }: PublishedDate, { value: right }: PublishedDate): number {
  if (CLOCK.test(left) && CLOCK.test(right)) return Date.parse(left) - Date.parse(right)
  const length = Math.min(left.length, right.length, 10)
  const [a, b] = [left.slice(0, length), right.slice(0, length)]
  return a < b ? -1 : a > b ? 1 : 0
}
