import assert from "node:assert/strict"
import { test } from "vitest"
import { hostPace } from "../../src/fetch/pace.ts"

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

test("turns of one host lie apart, those of others come at once", async () => {
  const pace = hostPace(60)
  const order: string[] = []
  const turn = (host: string) => pace(host).then(() => order.push(host))
  const took = await timed(() => Promise.all([turn("a"), turn("a"), turn("a"), turn("b")]))
  // A timer may fire up to a millisecond early.
  assert.ok(took >= 118, `${took} ms`)
  assert.deepEqual(order, ["a", "b", "a", "a"])
})

test("a turn that lies back long enough is not waited for", async () => {
  const pace = hostPace(400)
  await pace("a")
  await new Promise((done) => setTimeout(done, 420))
  assert.ok((await timed(() => pace("a"))) < 300)
})

test("without a pace nothing waits", async () => {
  const pace = hostPace(0)
  assert.ok((await timed(() => Promise.all(Array.from({ length: 100 }, () => pace("a"))))) < 1000)
})

test("waiting ends with the reason of the signal", async () => {
  const pace = hostPace(10_000)
  await pace("a")
  const stop = new AbortController()
  setTimeout(() => stop.abort(new Error("enough")), 20)
  await assert.rejects(pace("a", stop.signal), /enough/)
  await assert.rejects(pace("b", stop.signal), /enough/)
})
