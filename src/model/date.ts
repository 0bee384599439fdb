export type DatePrecision = "year" | "month" | "day" | "minute" | "second"

/**
 * A date as far as it is known: "2023", "2023-05", "2023-05-24", "2023-05-24T08:10Z" or with seconds.
 * The length of `value` agrees with `precision`; a time of day keeps the zone it was printed with.
 */
export type PublishedDate = Readonly<{ value: string; precision: DatePrecision }>

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/**
 * Parse an ISO 8601 date of any precision. Null when it is none, or is no day of the calendar.
 */
export function parseDate(text: string): PublishedDate | null {
  const found = FORM.exec(text.trim())
  if (!found) return null
  const [, year, month, day, hour, , second] = found
  if (month && !isDay(Number(year), Number(month), Number(day ?? 1))) return null
  if (hour && Number.isNaN(Date.parse(text.trim()))) return null
  const precision = second ? "second" : hour ? "minute" : day ? "day" : month ? "month" : "year"
  return { value: text.trim(), precision }
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
