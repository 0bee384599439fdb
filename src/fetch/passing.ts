import { CounterclaimError } from "../model/error.ts"
import { statusOf } from "./response.ts"

const PASSING: ReadonlySet<string> = new Set(["fetch/timeout", "fetch/unreachable"])

/** Whether an error of fetching may be gone when the same is tried again later. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof CounterclaimError)) return false
  const status = statusOf(error)
  // A robots.txt that says no has no cause; one that could not be read has.
  return PASSING.has(error.code) || status >= 500 || status === 429 || (error.code === "fetch/robots" && !!error.cause)
}
