import { type Dispatcher, request } from "undici"
import { CounterclaimError } from "../model/error.ts"
import { type Snapshot, toSnapshot } from "../model/snapshot.ts"
import { type AddressRules, checkHost } from "./address.ts"
import { USER_AGENT } from "./agent.ts"
import { ACCEPTED_ENCODINGS, type BodyCaps, readBody } from "./body.ts"
import { networkFailure, timedOut } from "./network.ts"
import { headerOf, keptHeaders, type RawHeaders, refuseNoPage } from "./response.ts"
import { parseUrl } from "./url.ts"

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

const HEADERS = {
  "user-agent": USER_AGENT,
  accept: "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5",
  "accept-encoding": ACCEPTED_ENCODINGS,
}

/** What a fetcher holds open, and what holds for all its pages. */
export type Means = Readonly<{
  agent: Dispatcher
  rules: AddressRules
  caps: BodyCaps & Readonly<{ timeoutMs: number; maxRedirects: number }>
  now: () => Date
}>

/** Where a redirect leads, or the page. */
type Answer = URL | Readonly<{ bytes: Uint8Array; headers: RawHeaders }>

/** `fetchPage` of an open fetcher. */
export async function fetchSnapshot(given: string, means: Means, signal?: AbortSignal): Promise<Snapshot> {
  const time = AbortSignal.timeout(means.caps.timeoutMs)
  const stop = signal ? AbortSignal.any([signal, time]) : time
  let url = parseUrl(given)
  for (let hops = 0; hops <= means.caps.maxRedirects; hops++) {
    const answer = await ask(url, means, stop).catch((error: unknown) => {
      signal?.throwIfAborted()
      throw time.aborted
        ? timedOut(url.href, means.caps.timeoutMs, error)
        : networkFailure(url.href, error, means.caps.timeoutMs)
    })
    if (!(answer instanceof URL)) {
      const fetched = means.now().toISOString()
      return toSnapshot({ bytes: answer.bytes, url: url.href, headers: keptHeaders(answer.headers), fetched })
    }
    url = answer
  }
  throw tooManyRedirects(given, means.caps.maxRedirects)
}

async function ask(url: URL, { agent, rules, caps }: Means, signal: AbortSignal): Promise<Answer> {
  checkHost(url, rules)
  const { statusCode, headers, body } = await request(url, { dispatcher: agent, headers: HEADERS, signal })
  // What is not read to its end fails as it is destroyed, with nobody left to hear it.
  body.on("error", () => {})
  try {
    if (REDIRECTS.has(statusCode)) return parseUrl(target(url, headers), url)
    refuseNoPage(url.href, statusCode, headers)
    return { bytes: await readBody(body, headerOf(headers, "content-encoding"), url.href, caps), headers }
  } finally {
    body.destroy()
  }
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

const tooManyRedirects = (where: string, most: number): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/redirects",
    what: `it redirects more than ${most} times`,
    where,
    fix: "give the address that a browser ends at",
  })
