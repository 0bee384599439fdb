import { CounterclaimError } from "../model/error.ts"
import { codeOf, messageOf } from "./failure.ts"

const SLOW = new Set([
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "ETIMEDOUT",
  "EAI_AGAIN",
])
const UNKNOWN_HOST = new Set(["ENOTFOUND", "EAI_NODATA", "EAI_NONAME"])

/** What went wrong between us and a server, said to the person who gave the address. */
export function networkFailure(where: string, cause: unknown, timeoutMs: number): CounterclaimError {
  if (cause instanceof CounterclaimError) return cause
  const code = codeOf(cause)
  if (SLOW.has(code)) return timedOut(where, timeoutMs, cause)
  if (code === "UND_ERR_HEADERS_OVERFLOW") return headersTooLarge(where, cause)
  return new CounterclaimError({
    code: "fetch/unreachable",
    what: UNKNOWN_HOST.has(code) ? "no host of this name is known" : `the server cannot be read (${messageOf(cause)})`,
    where,
    fix: "check the address and the connection, then try again",
    cause,
  })
}

export const timedOut = (where: string, timeoutMs: number, cause?: unknown): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/timeout",
    what: `it took longer than ${timeoutMs / 1000} s`,
    where,
    fix: "try again later, or allow more time",
    cause,
  })

const headersTooLarge = (where: string, cause: unknown): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/headers",
    what: "the headers of the answer are too large",
    where,
    fix: "save the page from a browser and give the file",
    cause,
  })
