import { STATUS_CODES } from "node:http"
import { CounterclaimError } from "../model/error.ts"

/** Headers as undici hands them over: names in lower case, a name given twice as a list. */
export type RawHeaders = Readonly<Record<string, string | string[] | undefined>>

/**
 * Of the way the bytes travelled, not of the page; and cookies, which are ours alone. The bytes of a
 * snapshot are unpacked, so that `content-encoding` would be wrong beside them.
 */
const NOT_KEPT: ReadonlySet<string> = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "keep-alive",
  "set-cookie",
  "transfer-encoding",
])

/** Of a header given twice, the values joined by a comma; empty when there is none. */
export const headerOf = (headers: RawHeaders, name: string): string => [headers[name] ?? []].flat().join(", ")

/** The headers that a snapshot keeps. */
export const keptHeaders = (headers: RawHeaders): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(headers)
      .filter((name) => !NOT_KEPT.has(name))
      .map((name) => [name, headerOf(headers, name)]),
  )

/** Throws `fetch/status` unless the answer is a page (2xx), `fetch/not-text` when its type is that of no text. */
export function refuseNoPage(where: string, status: number, headers: RawHeaders): void {
  if (status < 200 || status > 299) throw badStatus(where, status, headerOf(headers, "retry-after"))
  const type = headerOf(headers, "content-type").split(";")[0]?.trim().toLowerCase() ?? ""
  if (type !== "" && !isTextType(type)) throw notText(where, type)
}

/** Mails and PDF files hold a text too; `document/` takes it out. */
const isTextType = (type: string): boolean =>
  type.startsWith("text/") ||
  type === "message/rfc822" ||
  /^application\/(?:(?:[\w.-]+\+)?(?:xml|json)|javascript|x-ndjson|pdf)$/.test(type)

const badStatus = (where: string, status: number, retryAfter: string): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/status",
    what: `the server answers ${status}${STATUS_CODES[status] ? ` (${STATUS_CODES[status]})` : ""}`,
    where,
    fix: status >= 500 || status === 429 ? "try again later" : "check the address",
    cause: { status, retryAfter },
  })

/** The number of a `fetch/status` error; 0 for any other error. */
export function statusOf(error: unknown): number {
  const cause = error instanceof CounterclaimError && error.code === "fetch/status" ? error.cause : null
  return cause instanceof Object && "status" in cause ? Number(cause.status) : 0
}

/** What the header `retry-after` of a `fetch/status` error said; empty when there was none, and for any other error. */
export function retryAfterOf(error: unknown): string {
  const cause = error instanceof CounterclaimError && error.code === "fetch/status" ? error.cause : null
  return cause instanceof Object && "retryAfter" in cause ? String(cause.retryAfter) : ""
}

const notText = (where: string, type: string): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/not-text",
    what: `it is "${type}", not a text`,
    where,
    fix: "give the address of the page that it stands on",
  })
