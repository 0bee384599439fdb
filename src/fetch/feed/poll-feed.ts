import { type Snapshot, toSnapshot } from "../../model/snapshot.ts"
import type { Fetcher } from "../fetcher.ts"
import type { Feed } from "./feed.ts"
import { readFeed } from "./read-feed.ts"
import { freshFor } from "./wait.ts"

/** What is kept of a feed's last answer, so that the next one may be "nothing new". */
export type FeedMemory = Readonly<{
  /** Where it was found at last. */
  url: string
  etag: string | null
  modified: string | null
  /** How long it asked to be left alone then, in ms. */
  freshMs: number
}>

export type Polled = Readonly<{
  /** Null when nothing changed since. */
  feed: Feed | null
  memory: FeedMemory
}>

type Polling = Pick<Fetcher, "fetchPage" | "fetchChanged">

/**
 * Ask a feed for what is new, saying what was seen last.
 * Rejects with `fetch/…`, `feed/…` and the signal's reason.
 */
export async function pollFeed(
  url: string,
  fetcher: Polling,
  { since, signal }: { since: FeedMemory | null; signal: AbortSignal },
): Promise<Polled> {
  const snapshot = since
    ? await fetcher.fetchChanged(url, toRemembered(since), signal)
    : await fetcher.fetchPage(url, signal)
  if (!snapshot && since) return { feed: null, memory: since }
  return polled(snapshot!)
}

function polled(snapshot: Snapshot): Polled {
  const feed = readFeed(snapshot)
  const { etag = null, "last-modified": modified = null } = snapshot.headers
  const freshMs = Math.max(freshFor(snapshot.headers), feed.ttlMs ?? 0)
  return { feed, memory: { url: snapshot.url ?? "", etag, modified, freshMs } }
}

/** The earlier answer as far as a conditional request needs it. */
const toRemembered = ({ url, etag, modified }: FeedMemory): Snapshot =>
  toSnapshot({
    bytes: new Uint8Array(),
    url,
    headers: { ...(etag && { etag }), ...(modified && { "last-modified": modified }) },
    fetched: "",
  })
