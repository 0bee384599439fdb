import { setTimeout as sleep } from "node:timers/promises"
import type { FeedItem } from "../../fetch/feed/feed.ts"
import { type Polled, pollFeed } from "../../fetch/feed/poll-feed.ts"
import { askedToWait, waitFor } from "../../fetch/feed/wait.ts"
import { isPassing } from "../../fetch/passing.ts"
import { CounterclaimError } from "../../model/error.ts"
import { failureLine } from "../each-input.ts"
import { isOfLedger } from "./of-ledger.ts"
import type { FeedState, Late } from "./watch-state.ts"
import type { Watching } from "./watching.ts"

/** An item is given up when its page failed so many times. */
const MOST_TRIES = 5
/** Ids of items that the feed has dropped are kept up to so many: some feeds bring old items back. */
const KEPT_IDS = 5000

/**
 * Poll a feed until the signal fires, or once; read what is new. Gives how many polls and pages failed.
 * Rejects only with what is wrong with the ledger or the state.
 */
export async function watchFeed(url: string, watching: Watching): Promise<number> {
  const { state, signal, once, now, screen } = watching
  let failed = 0
  while (!signal.aborted) {
    const { notBefore } = state.feed(url)
    const wait = notBefore === null ? 0 : Date.parse(notBefore) - now().getTime()
    if (once && wait > 0) {
      screen.tell(`${url}: asks to be left alone until ${notBefore}`)
      return failed
    }
    if (wait > 0) await rest(wait, signal)
    if (signal.aborted) return failed
    failed += await pollOnce(url, watching)
    if (once) return failed
    await rest(Math.max(0, watching.everyMs - leftOf(state.feed(url), now())), signal)
  }
  return failed
}

/** What `notBefore` asks for is waited for at the loop's head. */
const leftOf = ({ notBefore }: FeedState, now: Date): number =>
  notBefore === null ? 0 : Math.max(0, Date.parse(notBefore) - now.getTime())

/** A timer holds 24 days at most; nothing here asks for more than one. */
const rest = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal }).catch(() => {})

async function pollOnce(url: string, watching: Watching): Promise<number> {
  const { state, signal, now, screen } = watching
  const before = state.feed(url)
  let polled: Polled
  try {
    polled = await pollFeed(url, watching.fetcher, { since: before.memory, signal })
  } catch (error) {
    if (signal.aborted || !(error instanceof CounterclaimError)) throw error
    const failures = before.failures + 1
    state.setFeed(url, { ...before, failures, notBefore: until(watching, failures, askedToWait(error, now())) })
    screen.tell(failureLine(url, error))
    return 1
  }
  const { memory, feed } = polled
  state.setFeed(url, { ...before, failures: 0, notBefore: asked(watching, memory.freshMs) })
  const failed = await readItems(url, feed?.items ?? [], watching)
  // Only now: were it kept before, items not read at a stop would never be told of again.
  const after = state.feed(url)
  state.setFeed(url, { ...after, memory, seen: keptIds(after.seen, feed?.items ?? []) })
  return failed
}

const until = ({ everyMs, now }: Watching, failures: number, askedMs: number): string =>
  new Date(now().getTime() + waitFor({ everyMs, failures, askedMs })).toISOString()

/** Null when the server asks for no more than the interval brings by itself. */
const asked = ({ now }: Watching, freshMs: number): string | null =>
  freshMs > 0 ? new Date(now().getTime() + freshMs).toISOString() : null

/** Those that the feed still names are never forgotten. */
function keptIds(seen: readonly string[], items: readonly FeedItem[]): string[] {
  const named = new Set(items.map(({ id }) => id))
  const others = seen.filter((id) => !named.has(id))
  return [...others.slice(-KEPT_IDS), ...seen.filter((id) => named.has(id))]
}

/** Late ones first, then the new ones from the oldest on: feeds begin with the newest. */
async function readItems(url: string, items: readonly FeedItem[], watching: Watching): Promise<number> {
  const { state, signal } = watching
  const { seen, late } = state.feed(url)
  const known = new Set([...seen, ...late.map(({ item }) => item.id)])
  const fresh = items.filter(({ id }) => !known.has(id)).toReversed()
  let failed = 0
  for (const due of [...late, ...fresh.map((item) => ({ item, tries: 0 }))]) {
    if (signal.aborted) break
    if (!(await readItem(url, due, watching))) failed++
  }
  return failed
}

async function readItem(feed: string, { item, tries }: Late, watching: Watching): Promise<boolean> {
  const { state, signal, screen, fetcher } = watching
  const done = (late: readonly Late[]) => {
    const before = state.feed(feed)
    const others = before.late.filter((other) => other.item.id !== item.id)
    const seen = late.length > 0 ? before.seen : [...before.seen, item.id]
    state.setFeed(feed, { ...before, seen, late: [...others, ...late] })
  }
  try {
    if (item.url === null) screen.tell(`${feed}: "${item.title ?? item.id}" names no address`)
    else {
      const snapshot = await fetcher.fetchPage(item.url, signal)
      await watching.take(snapshot, { file: item.url, place: snapshot.url ?? item.url }, item.published)
    }
    done([])
    return true
  } catch (error) {
    if (signal.aborted || isOfLedger(error) || !(error instanceof CounterclaimError)) throw error
    const again = isPassing(error) && tries + 1 < MOST_TRIES
    done(again ? [{ item, tries: tries + 1 }] : [])
    screen.tell(failureLine(item.url ?? feed, error))
    return false
  }
}
