import assert from "node:assert/strict"
import * as counterclaim from "counterclaim"
import { test, vi } from "vitest"
import { measureColdStart, measureSpeed } from "../../../eval/bench/measure.ts"

// What is tested is the counting, so nothing needs to be read.
vi.mock("counterclaim", async (importOriginal) => ({
  ...(await importOriginal<typeof counterclaim>()),
  openPipeline: vi.fn(),
}))

const FILES = ["Two words", "Eine Meldung auf Deutsch"].map((text) => ({
  path: `/bench/${text}.txt`,
  bytes: Buffer.from(text),
}))

test("counts the words of texts in which attributions were read, and not those of the warm-up or of the profiler", async () => {
  const read = vi.fn(async ({ bytes }: counterclaim.Snapshot) => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    const text = counterclaim.toText(Buffer.from(bytes).toString())
    return { text, run: text.value.startsWith("Two") ? { attributions: [] } : null }
  })
  const close = vi.fn(async () => {})
  const model = { name: "stand-in", version: 1, sha256: "abc" }
  vi.mocked(counterclaim.openPipeline).mockResolvedValue({ model, read, close } as unknown as counterclaim.Pipeline)
  const { words, wordsPerSecond, megabytes } = await measureSpeed(FILES, { seconds: 0.01 })
  assert.deepEqual([words, read.mock.calls.length, close.mock.calls.length], [2, 5, 1])
  assert.ok(wordsPerSecond > 0 && wordsPerSecond <= 2 / 0.039, `${wordsPerSecond}`)
  assert.ok(megabytes > 20 && megabytes < 4000, `${megabytes}`)
})

test("a cold start that fails gives no time", () => {
  assert.equal(measureColdStart("/there/is/no/such/article.txt"), null)
})
