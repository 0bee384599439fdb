import type { Snapshot } from "../model/snapshot.ts"
import { addressRules } from "./address.ts"
import { openAgent } from "./agent.ts"
import type { Lookup } from "./connect.ts"
import { fetchSnapshot } from "./page.ts"

export type FetchOptions = Readonly<{
  /** Ranges of addresses that may be reached beside public ones: "127.0.0.0/8". */
  allow?: readonly string[]
  /** Most bytes of a page, unpacked. Default 20 MB. */
  maxBytes?: number
  /** Most bytes unpacked for one that came. Default 200; pages of news lie under 30. */
  maxRatio?: number
  /** For one page with its redirects, waiting for the host's turn not counted. Default 30 s. */
  timeoutMs?: number
  /** Default 5. */
  maxRedirects?: number
  /** Of one answer. Default 16 KB. */
  maxHeaderBytes?: number
  /** The clock of the snapshots. */
  now?: () => Date
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are looked up. Default the process's. */
  env?: Readonly<Record<string, string | undefined>>
  /** How names are resolved. Default the system's. */
  lookup?: Lookup
}>

/** Reads pages, with the sockets kept open between them. */
export type Fetcher = Readonly<{
  /** As `fetchPage`. A `signal` that fires rejects with its own reason. */
  fetchPage(url: string, signal?: AbortSignal): Promise<Snapshot>
  /** Ends what is under way. To be called, or open sockets keep the process alive for some seconds. */
  close(): Promise<void>
}>

/**
 * Make a fetcher. Nothing is sent yet.
 * Throws `fetch/allow` when one of `allow` is no range, `fetch/proxy` when a proxy variable names no address.
 */
export function openFetcher(options: FetchOptions = {}): Fetcher {
  const { maxHeaderBytes = 16 * 1024, env = process.env, lookup } = options
  const { maxBytes = 20 * 1024 * 1024, maxRatio = 200, timeoutMs = 30_000, maxRedirects = 5 } = options
  const rules = addressRules(options.allow)
  const agent = openAgent({ rules, timeoutMs, maxHeaderBytes, env, lookup })
  const caps = { maxBytes, maxRatio, timeoutMs, maxRedirects }
  const means = { agent, rules, caps, now: options.now ?? (() => new Date()) }
  return {
    fetchPage: (url, signal) => fetchSnapshot(url, means, signal),
    close: () => agent.destroy(),
  }
}

/**
 * Fetch one page: http and https only, from public addresses or those that are allowed, redirects followed.
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
