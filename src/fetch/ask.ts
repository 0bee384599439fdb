import { type Dispatcher, request } from "undici"
import { CounterclaimError } from "../model/error.ts"
import { type AddressRules, checkHost } from "./address.ts"
import { USER_AGENT } from "./agent.ts"
import { ACCEPTED_ENCODINGS, type BodyCaps, readBody } from "./body.ts"
import { headerOf, type RawHeaders, refuseNoPage } from "./response.ts"
import { parseUrl } from "./url.ts"

/** What a fetcher holds open, and what holds for all its pages. */
export type Means = Readonly<{
  agent: Dispatcher
  rules: AddressRules
  caps: BodyCaps & Readonly<{ timeoutMs: number; maxRedirects: number }>
}>

/** Where a redirect leads; null when the page is as it was; or the page, unpacked. */
export type Answer = URL | null | Readonly<{ bytes: Uint8Array; headers: RawHeaders }>

/** What a request says beside the usual headers: `if-none-match`, `if-modified-since`. */
export type Conditions = Readonly<Record<string, string>>

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

const HEADERS = {
  "user-agent": USER_AGENT,
  accept: "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5",
  "accept-encoding": ACCEPTED_ENCODINGS,
}

/**
 * Send one request, follow nothing.
 * Throws `fetch/…`, undici's errors, and the signal's reason.
 */
export async function ask(url: URL, means: Means, signal: AbortSignal, conditions: Conditions = {}): Promise<Answer> {
  checkHost(url, means.rules)
  const headers = { ...HEADERS, ...conditions }
  const response = await request(url, { dispatcher: means.agent, headers, signal })
  // What is not read to its end fails as it is destroyed, with nobody left to hear it.
  response.body.on("error", () => {})
  try {
    return await answerOf(url, response, means.caps, Object.keys(conditions).length > 0)
  } finally {
    response.body.destroy()
  }
}

async function answerOf(
  url: URL,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  caps: BodyCaps,
  mayBeUnchanged: boolean,
): Promise<Answer> {
  if (statusCode === 304 && mayBeUnchanged) return null
  if (REDIRECTS.has(statusCode)) return parseUrl(target(url, headers), url)
  refuseNoPage(url.href, statusCode, headers)
  return { bytes: await readBody(body, headerOf(headers, "content-encoding"), url.href, caps), headers }
}

function target(url: URL, headers: RawHeaders): string {
  const location = [headers.location].flat()[0]
  if (location !== undefined) return location
  throw new CounterclaimError({
    code: "fetch/redirect",
    what: "the server redirects to nowhere",
    where: url.href,
    fix: "check the address in a browser",
  })
}

export const tooManyRedirects = (where: string, most: number): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/redirects",
    what: `it redirects more than ${most} times`,
    where,
    fix: "give the address that a browser ends at",
  })
