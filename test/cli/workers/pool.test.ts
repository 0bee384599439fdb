import assert from "node:assert/strict"
import { test } from "vitest"
import { openPool } from "../../../src/cli/workers/pool.ts"
import { CounterclaimError } from "../../../src/model/error.ts"
import { toSnapshot } from "../../../src/model/snapshot.ts"

/** A worker that answers after so many milliseconds as the file's name says, fails by name, or ends. */
const WORKER = `
import { parentPort, threadId, workerData } from "node:worker_threads"
if (workerData.models) parentPort.postMessage({ error: { code: "model/unreadable", what: "w", where: "x", fix: "f" } })
else parentPort.postMessage({ opened: { name: "quill", version: 1, sha256: "0" } })
parentPort.on("message", ({ input: { file }, snapshot, options }) => {
  if (file === "ends") process.exit(3)
  if (file === "bad") return parentPort.postMessage({ error: { code: "input/empty", what: "w", where: "x", fix: "f" } })
  if (file === "fault") return parentPort.postMessage({ error: { message: "a fault" } })
  setTimeout(() => parentPort.postMessage({ entry: { file, options, threadId, size: snapshot.bytes.length } }), Number(file))
})`
const module = new URL(`data:text/javascript,${encodeURIComponent(WORKER)}`)
const SNAPSHOT = toSnapshot({ bytes: new Uint8Array([1, 2]), url: null, headers: {}, fetched: "" })

const open = (workers: number) => openPool({ workers, pipeline: {}, module })
type Pool = Awaited<ReturnType<typeof open>>
type Answer = { file: string; threadId: number; size: number; options: unknown; snapshot: unknown }
const read = async (pool: Pool, file: string): Promise<Answer> =>
  (await pool.read(SNAPSHOT, { file, place: file }, { verbatim: true })) as unknown as Answer

test("each is answered with its own, whichever is done first, and by as many threads as there are", async () => {
  const pool = await open(3)
  const files = ["90", "0", "50", "10", "0", "30"]
  const answers = await Promise.all(files.map((file) => read(pool, file)))
  await pool.close()
  assert.deepEqual(
    answers.map(({ file }) => file),
    files,
  )
  assert.equal(new Set(answers.slice(0, 3).map(({ threadId }) => threadId)).size, 3)
  assert.deepEqual(
    answers.map(({ size, options }) => [size, options]),
    files.map(() => [2, { verbatim: true }]),
  )
  assert.ok(answers.every(({ snapshot }) => snapshot === SNAPSHOT))
})

test("errors come back as what they were, and the thread reads on", async () => {
  const pool = await open(1)
  await assert.rejects(read(pool, "bad"), (error) => error instanceof CounterclaimError && error.code === "input/empty")
  await assert.rejects(read(pool, "fault"), /^Error: a fault$/)
  assert.equal((await read(pool, "0")).file, "0")
  await pool.close()
})

test("a thread that ends fails what it was reading, and another takes its seat", async () => {
  const pool = await open(1)
  const [ended, after] = await Promise.allSettled([read(pool, "ends"), read(pool, "0")])
  assert.match(String(ended.status === "rejected" && ended.reason), /ended before its work was done/)
  assert.equal(after.status === "fulfilled" && after.value.file, "0")
  await pool.close()
})

test("a pipeline that does not open fails the pool", async () => {
  await assert.rejects(
    openPool({ workers: 2, pipeline: { models: "nowhere" }, module }),
    (error) => error instanceof CounterclaimError && error.code === "model/unreadable",
  )
})
