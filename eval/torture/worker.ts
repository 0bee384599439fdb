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
  try {
    readPage(bytes, path)
  } catch (error) {
    if (!(error instanceof CounterclaimError)) parentPort!.postMessage({ seed, what: String((error as Error).stack) })
    else Atomics.add(shared, 1, 1)
  }
  const passed = Math.round(performance.now() - start)
  parentPort!.postMessage({ seed, passed, bytes: bytes.length })
}
