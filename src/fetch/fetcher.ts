import type { Snapshot } from "../model/snapshot.ts"
import { addressRules } from "./address.ts"
import { openAgent } from "./agent.ts"
import type { Lookup } from "./connect.ts"
import { hostPace } from "./pace.ts"
import { fetchSnapshot, type PageMeans, type PageOptions } from "./page.ts"
import { robotsPermission } from "./permission.ts"

export type FetchOptions = Readonly<{
  /** Ranges of addresses that may be reached beside public ones: "127.0.0.0/8". Default: those in COUNTERCLAIM_ALLOW, parted by commas. */
  allow?: readonly string[]
  /** Most bytes of a page, unpacked. Default 20 MB. */
  maxBytes?: number
  /** Most bytes unpacked for one that came. Default 200; pages of news lie under 30. */
  maxRatio?: number
  /** For one page with its redirects and robots.txt, waiting for the host's turn not counted. Default 30 s. */
  timeoutMs?: number
  /** Default 5. */
  maxRedirects?: number
  /** Of one answer. Default 16 KB. */
  maxHeaderBytes?: number
  /** From one page of a host to its next, at least. Default 1 s. */
  paceMs?: number
  /** Whether robots.txt is asked. Default true. */
  robots?: boolean
  /** The clock of the snapshots. */
  now?: () => Date
  /** Where COUNTERCLAIM_ALLOW, HTTPS_PROXY, HTTP_PROXY and NO_PROXY are looked up. Default the process's. */
  env?: Readonly<Record<string, string | undefined>>
  /** How names are resolved. Default the system's. */
  lookup?: Lookup
}>

/** Reads pages; keeps sockets, robots.txt files and the pace of each host between them. */
export type Fetcher = Readonly<{
  /** As the function `fetchPage`. When `signal` fires it rejects with the signal's reason. */
  fetchPage(url: string, signal?: AbortSignal): Promise<Snapshot>
  /** As `fetchPage`; null when the server says that the page is the one of `since`, an earlier snapshot of it. */
  fetchChanged(url: string, since: Snapshot, signal?: AbortSignal): Promise<Snapshot | null>
  /** Ends what is under way. To be called, or open sockets keep the process alive for some seconds. */
  close(): Promise<void>
}>

/**
 * Make a fetcher. Nothing is sent yet.
 * Throws `fetch/allow` when one of `allow` is no range, `fetch/proxy` when a proxy variable names no address.
 */
export function openFetcher(options: FetchOptions = {}): Fetcher {
  const means = meansOf(options)
  const fetch = (url: string, page: PageOptions) => fetchSnapshot(url, means, page)
  return {
    fetchPage: async (url, signal) => (await fetch(url, { signal })) as Snapshot,
    fetchChanged: (url, since, signal) => fetch(url, { since, signal }),
    close: () => means.agent.destroy(),
  }
}

function meansOf(options: FetchOptions): PageMeans {
  const { maxHeaderBytes = 16 * 1024, env = process.env, lookup, paceMs = 1000 } = options
  const { maxBytes = 20 * 1024 * 1024, maxRatio = 200, timeoutMs = 30_000, maxRedirects = 5 } = options
  const rules = addressRules(options.allow ?? listOf(env.COUNTERCLAIM_ALLOW))
  const agent = openAgent({ rules, timeoutMs, maxHeaderBytes, env, lookup })
  const means = { agent, rules, caps: { maxBytes, maxRatio, timeoutMs, maxRedirects } }
  const mayRead = options.robots === false ? async () => {} : robotsPermission(means)
  return { ...means, mayRead, pace: hostPace(paceMs), now: options.now ?? (() => new Date()) }
}

const listOf = (words = ""): string[] =>
  words
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean)

/**
 * Fetch one page: http and https only, from public addresses or those that are allowed,
 * redirects followed, as the site's robots.txt permits. For many pages `openFetcher` is faster and keeps a pace.
 * The snapshot's `url` is the address it was found at last; its bytes are unpacked.
 * Throws `fetch/…` as docs/errors.md lists them.
 */
export async function fetchPage(url: string, options: FetchOptions = {}): Promise<Snapshot> {
  const fetcher = openFetcher(options)
  try {
    return await fetcher.fetchPage(url)
  } finally {
    await fetcher.close()
  }
}
