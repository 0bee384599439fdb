// Reads damaged pages one after the other in a thread of its own, whose memory is capped; says which one it is at.
import { readFileSync } from "node:fs"
import { parentPort, workerData } from "node:worker_threads"
import { CounterclaimError } from "counterclaim"
import { readPage } from "../pages/read-page.ts"
import { mutate } from "./mutate.ts"
import type { TortureWork } from "./torture.ts"

const { paths, from, to, state } = workerData as TortureWork
const shared = new Int32Array(state)

for (let seed = from; seed < to; seed++) {
  const path = paths[seed % paths.length]!
  const bytes = mutate(readFileSync(path), seed)
  Atomics.store(shared, 0, seed)
  const start = performance.now()
  const before = process.cpuUsage()
  try {
    readPage(bytes, path)
  } catch (error) {
    if (!(error instanceof CounterclaimError)) parentPort!.postMessage({ seed, what: String((error as Error).stack) })
    else Atomics.add(shared, 1, 1)
  }
  const { user, system } = process.cpuUsage(before)
  // The lesser of the two: a machine that does other work makes the clock run on, the collector's threads the processor's time.
  const passed = Math.round(Math.min(performance.now() - start, (user + system) / 1000))
  parentPort!.postMessage({ seed, passed, bytes: bytes.length })
}
