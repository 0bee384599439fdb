/** Somebody asked the program to stop. */
export class Stopped extends Error {
  override readonly name = "Stopped"
}

/** The promise's value, or a rejection with `Stopped` as soon as the signal is aborted; the work itself goes on unseen. */
export async function untilStopped<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  let stop = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new Stopped())
    if (signal.aborted) stop()
    else signal.addEventListener("abort", stop, { once: true })
  })
  try {
    return await Promise.race([promise, stopped])
  } finally {
    signal.removeEventListener("abort", stop)
  }
}
