import { retryAfterOf } from "../response.ts"

const MINUTE = 60_000
/** The longest that failures alone put a feed off. */
const MOST_PATIENCE = 6 * 60 * MINUTE
/** A server that asks for more is taken to mean a day: some give every file a year. */
const MOST_ASKED = 24 * 60 * MINUTE

/** How long an answer asks to be taken for fresh (`cache-control: max-age`), in ms; 0 when it does not say. */
export function freshFor(headers: Readonly<Record<string, string>>): number {
  const control = headers["cache-control"] ?? ""
  if (/\bno-(?:cache|store)\b/i.test(control)) return 0
  return atMostADay(Number(/\bmax-age\s*=\s*"?(\d{1,10})/i.exec(control)?.[1] ?? 0) * 1000)
}

/** How long a failing server asks to be left alone (`retry-after`, in seconds or as a date), in ms; 0 when it does not say. */
export function askedToWait(error: unknown, now: Date): number {
  const text = retryAfterOf(error).trim()
  if (/^\d{1,10}$/.test(text)) return atMostADay(Number(text) * 1000)
  const until = Date.parse(text)
  return Number.isNaN(until) ? 0 : atMostADay(until - now.getTime())
}

export type WaitOptions = Readonly<{
  everyMs: number
  /** How many times in a row it failed until now. */
  failures: number
  /** What the server asks for. */
  askedMs: number
}>

/** How long to leave a feed alone, in ms: twice as long for each failure, up to 6 h, and never less than it asks for. */
export function waitFor({ everyMs, failures, askedMs }: WaitOptions): number {
  const patience = Math.min(everyMs * 2 ** Math.min(failures, 20), Math.max(MOST_PATIENCE, everyMs))
  return Math.max(patience, askedMs)
}

const atMostADay = (ms: number): number => Math.max(0, Math.min(ms, MOST_ASKED))
