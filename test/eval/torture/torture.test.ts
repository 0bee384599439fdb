import assert from "node:assert/strict"
import { test } from "vitest"
import { torture } from "../../../eval/torture/torture.ts"

/** A stand-in for the worker: says each case done, but for what `at` does at case 2. */
const worker = (at: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from "node:worker_threads"
    const shared = new Int32Array(workerData.state)
    for (let seed = workerData.from; seed < workerData.to; seed++) {
      Atomics.store(shared, 0, seed)
      if (seed === 2) { ${at} }
      parentPort.postMessage({ seed, passed: seed, bytes: 10 })
    }`)}`,
  )

const run = (at: string) => torture(["a.html", "b.html"], { cases: 5, worker: worker(at), limit: 200, memory: 32 })
const seeds = async (at: string) => (await run(at)).faults.map(({ seed, path }) => [seed, path])

test("counts what was read and the slowest case, and finds no fault where none is", async () => {
  const { faults, slowest, megabytes } = await run("")
  assert.deepEqual([faults, slowest, megabytes], [[], { seed: 4, milliseconds: 4 }, 5e-5])
})

test("names the case that throws, hangs, is slow or takes all memory, and goes on behind it", async () => {
  const mistake = 'parentPort.postMessage({ seed, what: "TypeError" })'
  const slow = "parentPort.postMessage({ seed, passed: 200, bytes: 0 })"
  for (const at of [mistake, slow, "for (;;) {}", "const a = []; for (;;) a.push(new Array(1000).fill(seed))"]) {
    assert.deepEqual(await seeds(at), [[2, "a.html"]], at)
  }
})
