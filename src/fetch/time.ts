import { networkFailure, timedOut } from "./network.ts"

/** Time for one page: what is spent in one part is not there for the next. */
export type TimeBudget = Readonly<{
  /**
   * Do a part of the work; `where` is the address for messages.
   * Throws `fetch/timeout` when the time is over, the reason of `outer` when that fired, else what went
   * wrong on the way as a `CounterclaimError`.
   */
  spend<T>(where: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
}>

export function timeBudget(timeoutMs: number, outer?: AbortSignal): TimeBudget {
  let left = timeoutMs
  return {
    async spend(where, work) {
      const start = performance.now()
      const time = AbortSignal.timeout(Math.max(0, Math.ceil(left)))
      const signal = outer ? AbortSignal.any([outer, time]) : time
      try {
        signal.throwIfAborted()
        return await orAborted(work(signal), signal)
      } catch (error) {
        outer?.throwIfAborted()
        throw time.aborted ? timedOut(where, timeoutMs, error) : networkFailure(where, error, timeoutMs)
      } finally {
        left -= performance.now() - start
      }
    },
  }
}

/** Some work is shared with others and does not hear the signal. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener("abort", stop)
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener("abort", stop)
  }
}
