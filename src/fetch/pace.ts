import { setTimeout as sleep } from "node:timers/promises"

/** Waits for a host's turn. Rejects with the signal's reason when it fires first. */
export type Pace = (host: string, signal?: AbortSignal) => Promise<void>

/** Hosts remembered before those whose turn is over are forgotten. */
const MANY_HOSTS = 1000

/** Let requests to one host follow each other by `everyMs` at least, in the order in which they came. */
export function hostPace(everyMs: number): Pace {
  const free = new Map<string, number>()
  return async (host, signal) => {
    signal?.throwIfAborted()
    const now = performance.now()
    if (free.size > MANY_HOSTS) for (const [name, at] of free) if (at <= now) free.delete(name)
    const turn = Math.max(now, free.get(host) ?? 0)
    free.set(host, turn + everyMs)
    if (turn <= now) return
    // Rounded up: timers wake up to a millisecond early.
    await sleep(Math.ceil(turn - now), undefined, signal ? { signal } : {}).catch((error: unknown) => {
      signal?.throwIfAborted()
      throw error
    })
  }
}
