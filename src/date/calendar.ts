/** Days since 1 January 1970, in the Gregorian calendar carried back. */
export type DayNumber = number

const MS = 86_400_000

/** The number of a day; null when it is none of the calendar (31 February) or of the years 1 to 9999. */
export function dayNumber(year: number, month: number, day: number): DayNumber | null {
  if (!isYear(year) || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return null
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / MS)
}

export const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1 && year <= 9999

export const lastDay = (year: number, month: number): number =>
  new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate()

export type Day = Readonly<{ year: number; month: number; day: number }>

export function dayOf(number: DayNumber): Day {
  const date = new Date(number * MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 1 (Monday) to 7. */
export const weekdayOf = (number: DayNumber): number => ((((number + 3) % 7) + 7) % 7) + 1

/** ISO 8601: the week that holds the year's first Thursday is its first. */
export function weekOf(number: DayNumber): Readonly<{ year: number; week: number }> {
  const thursday = number - weekdayOf(number) + 4
  const { year } = dayOf(thursday)
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)!) / 7) + 1 }
}

/** Months since the year 0: adding to it adds months. */
export const monthNumber = (year: number, month: number): number => year * 12 + month - 1

const pad = (value: number, width: number): string => String(value).padStart(width, "0")

/** TIMEX3 values; null outside the years 1 to 9999. */
export const yearValue = (year: number): string | null => (isYear(year) ? pad(year, 4) : null)

export function monthValue(number: number): string | null {
  const year = yearValue(Math.floor(number / 12))
  return year && `${year}-${pad((((number % 12) + 12) % 12) + 1, 2)}`
}

export function quarterValue(number: number): string | null {
  const year = yearValue(Math.floor(number / 4))
  return year && `${year}-Q${(((number % 4) + 4) % 4) + 1}`
}

export function dayValue(number: DayNumber): string | null {
  const { year, month, day } = dayOf(number)
  return isYear(year) ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : null
}

/** Of minutes since the beginning of 1970. */
export function minuteValue(minutes: number): string | null {
  const day = dayValue(Math.floor(minutes / 1440))
  const minute = Math.floor(minutes - Math.floor(minutes / 1440) * 1440)
  return day && `${day}T${pad(Math.floor(minute / 60), 2)}:${pad(minute % 60, 2)}`
}

export function weekValue(number: DayNumber): string | null {
  const { year, week } = weekOf(number)
  return isYear(year) ? `${pad(year, 4)}-W${pad(week, 2)}` : null
}

/** Easter Sunday of the western churches. Method: Meeus, Astronomical Algorithms, the anonymous Gregorian one. */
export function easter(year: number): DayNumber | null {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1)
}

/** The nth such weekday of a month (-1: the last); null when there is none. */
export function nthWeekday({
  year,
  month,
  weekday,
  nth,
}: Readonly<{ year: number; month: number; weekday: number; nth: number }>): DayNumber | null {
  const first = dayNumber(year, month, 1)
  if (first === null) return null
  const days = Array.from({ length: lastDay(year, month) }, (_, index) => first + index)
  return days.filter((day) => weekdayOf(day) === weekday).at(nth < 0 ? nth : nth - 1) ?? null
}
