import type { PublishedDate } from "../model/date.ts"
import type { Counts } from "../model/ledger.ts"

const MONTHS = "January February March April May June July August September October November December".split(" ")

/** "1 document", "31 documents", "1,204 documents". */
export const many = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : more}`

/** "14 shown, 9 doubtful, 31 documents read": what stands behind every answer. */
export function countsInWords({ shown, doubtful, documents, attributed }: Counts): string {
  const unread = documents - attributed
  const read = `${found(shown, doubtful)}, ${many(documents, "document")} read`
  return unread > 0 ? `${read} (${unread.toLocaleString("en-GB")} of them not for attributions)` : read
}

/** "14 shown, 9 doubtful". */
export const found = (shown: number, doubtful: number): string =>
  `${shown.toLocaleString("en-GB")} shown, ${doubtful.toLocaleString("en-GB")} doubtful`

/** "24 May 2023, 08:10 UTC", as precise as it is known; "no date" when there is none. */
export function dateInWords(date: PublishedDate | null): string {
  if (!date) return "no date"
  const [, year, month, day, clock, zone] =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d)[\d:.]*(.*))?$/.exec(date.value) ?? []
  if (!year) return date.value
  const words = [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ")
  if (!clock) return words
  return `${words}, ${clock}${zone === "Z" ? " UTC" : zone ? ` (UTC${zone})` : ""}`
}

/** An instant in UTC, to the minute. */
export const timeInWords = (at: string): string => dateInWords({ value: at, precision: "minute" })

/** How sure the program is to have read it right (never: that it is true), in words and number. */
export function confidenceInWords(confidence: number): string {
  const level = confidence >= 0.9 ? "high" : confidence >= 0.7 ? "fair" : "low"
  // Never rounded up to a certainty that nobody has.
  return `${level} confidence, ${Math.min(99, Math.round(confidence * 100))} %`
}

export const QUOTATION_WORDS = {
  direct: "direct quotation",
  indirect: "indirect speech",
  mixed: "partly quoted",
} as const
