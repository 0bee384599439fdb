import type { PublishedDate } from "../../model/date.ts"

/** Longer ids and titles are cut: a title of a megabyte is a mistake or worse. */
const LONGEST = 1000

/** A string or number of a feed, white space folded; null when it is blank or something else. */
export function shortText(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null
  return String(value).replace(/\s+/g, " ").trim().slice(0, LONGEST) || null
}

/** An absolute http(s) address without its fragment; null when it is none. */
export function httpUrl(value: unknown, base: string | null): string | null {
  if (typeof value !== "string" || !value.trim() || !URL.canParse(value.trim(), base ?? undefined)) return null
  const url = new URL(value.trim(), base ?? undefined)
  url.hash = ""
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null
}

/** A moment to the second in UTC; null when it cannot be read. */
export function moment(value: unknown): PublishedDate | null {
  const time = value instanceof Date ? value.getTime() : typeof value === "string" ? Date.parse(value) : Number.NaN
  // Four digits of year: what lies beyond is no date of publication.
  if (!(time >= 0 && time < 253_402_300_800_000)) return null
  return { value: `${new Date(time).toISOString().slice(0, 19)}Z`, precision: "second" }
}
