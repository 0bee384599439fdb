import { Worker } from "node:worker_threads"

/** Cases `from` to `to` (excluded); a case's number is its seed and picks its page. */
export type TortureWork = Readonly<{ paths: readonly string[]; from: number; to: number; state: SharedArrayBuffer }>

export type Fault = Readonly<{ seed: number; path: string; what: string }>

export type Tortured = Readonly<{
  cases: number
  /** Refused with a reason. */
  refused: number
  faults: readonly Fault[]
  slowest: Readonly<{ seed: number; milliseconds: number }>
  megabytes: number
}>

export type TortureOptions = Readonly<{
  cases: number
  /** The module that works: worker.js beside this one. */
  worker?: URL
  /** Milliseconds of the processor's time that a page may take. */
  limit?: number
  /** Memory that JavaScript may hold, in megabytes. */
  memory?: number
  onCase?: (done: number) => void
}>

type Message = Readonly<{ seed: number; what?: string; passed?: number; bytes?: number }>

const LIMIT = 2000
const MEMORY = 256
const WORKER = new URL("./worker.js", import.meta.url)

/** Read damaged pages. A thread that hangs or dies is replaced by another that goes on at the next case. */
export async function torture(paths: readonly string[], options: TortureOptions): Promise<Tortured> {
  const state = new SharedArrayBuffer(8)
  const shared = new Int32Array(state)
  const faults: Fault[] = []
  const fault = (seed: number, what: string) => faults.push({ seed, path: paths[seed % paths.length]!, what })
  let slowest = { seed: -1, milliseconds: 0 }
  let bytes = 0
  const take = (message: Message): void => {
    if (message.what !== undefined) return void fault(message.seed, message.what)
    const milliseconds = message.passed ?? 0
    bytes += message.bytes ?? 0
    if (milliseconds > slowest.milliseconds) slowest = { seed: message.seed, milliseconds }
    if (milliseconds >= (options.limit ?? LIMIT)) fault(message.seed, `${milliseconds} ms`)
    options.onCase?.(message.seed + 1)
  }
  for (let from = 0; from < options.cases; from = Atomics.load(shared, 0) + 1) {
    Atomics.store(shared, 0, from)
    const died = await work({ paths, from, to: options.cases, state }, shared, options, take)
    if (died === null) break
    fault(Atomics.load(shared, 0), died)
  }
  return { cases: options.cases, refused: Atomics.load(shared, 1), faults, slowest, megabytes: bytes / 1e6 }
}

/** Null when all is done, else why the thread stopped at the case that the shared state names. */
function work(data: TortureWork, shared: Int32Array, options: TortureOptions, take: (message: Message) => void) {
  const { worker: url = WORKER, limit = LIMIT, memory = MEMORY } = options
  const worker = new Worker(url, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: memory } })
  return new Promise<string | null>((resolve) => {
    let seen = -1
    let since = process.cpuUsage()
    // Loading takes its time as well: only what works on for five times the limit is called endless.
    const watch = setInterval(() => {
      const now = Atomics.load(shared, 0)
      if (now !== seen) since = process.cpuUsage()
      seen = now
      const { user, system } = process.cpuUsage(since)
      if ((user + system) / 1000 < 5 * limit) return
      finish(`no end after ${5 * limit} ms`)
      void worker.terminate()
    }, 250)
    const finish = (why: string | null): void => {
      clearInterval(watch)
      resolve(why)
    }
    worker.on("message", take)
    worker.on("error", (error) => finish(String(error)))
    worker.on("exit", () => finish(null))
  })
}
