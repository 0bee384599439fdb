import { type Snapshot, toSnapshot } from "../model/snapshot.ts"
import { type Answer, ask, type Conditions, type Means, tooManyRedirects } from "./ask.ts"
import { takeArticle } from "./document/read-document.ts"
import type { Pace } from "./pace.ts"
import type { Permission } from "./permission.ts"
import { keptHeaders } from "./response.ts"
import { timeBudget } from "./time.ts"
import { parseUrl } from "./url.ts"

export type PageMeans = Means & Readonly<{ mayRead: Permission; pace: Pace; now: () => Date }>

export type PageOptions = Readonly<{
  /** When it fires, fetching rejects with its reason. */
  signal?: AbortSignal | undefined
  /** An earlier snapshot of the page: null is given when the server says that nothing changed since. */
  since?: Snapshot | undefined
}>

/** `fetchPage` of an open fetcher; null only with `since`. */
export async function fetchSnapshot(
  given: string,
  means: PageMeans,
  { signal, since }: PageOptions,
): Promise<Snapshot | null> {
  const time = timeBudget(means.caps.timeoutMs, signal)
  const hosts = new Set<string>()
  let url = parseUrl(given)
  for (let hops = 0; hops <= means.caps.maxRedirects; hops++) {
    const { href, hostname } = url
    const next: URL = url
    await time.spend(href, () => means.mayRead(next))
    // A redirect within one host is one visit.
    if (!hosts.has(hostname)) await means.pace(hostname, signal)
    hosts.add(hostname)
    const answer: Answer = await time.spend(href, (stop) => ask(next, means, stop, conditions(next, since)))
    if (answer === null) return null
    if (!(answer instanceof URL)) return takeArticle(snapshotOf(href, answer, means.now()), href)
    url = answer
  }
  throw tooManyRedirects(given, means.caps.maxRedirects)
}

const snapshotOf = (url: string, { bytes, headers }: Exclude<Answer, URL | null>, at: Date): Snapshot =>
  toSnapshot({ bytes, url, headers: keptHeaders(headers), fetched: at.toISOString() })

/** Only where the earlier snapshot was found: a tag says nothing about another address. */
function conditions(url: URL, since: Snapshot | undefined): Conditions {
  if (since?.url !== url.href) return {}
  const { etag, "last-modified": modified } = since.headers
  return { ...(etag && { "if-none-match": etag }), ...(modified && { "if-modified-since": modified }) }
}
