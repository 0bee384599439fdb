import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, test } from "vitest"
import { openPool } from "../../../src/cli/workers/pool.ts"
import { CounterclaimError } from "../../../src/model/error.ts"
import { toSnapshot } from "../../../src/model/snapshot.ts"

/** A worker that answers after so many milliseconds as the file's name says, fails by name, or ends. */
const WORKER = `
const tell = (told) => process.send(told)
const { models } = JSON.parse(process.argv[2])
process.on("disconnect", () => process.exit())
if (models) tell({ error: { code: "model/unreadable", what: "w", where: "x", fix: "f" } })
else tell({ opened: { model: { name: "quill", version: 1, sha256: "0" }, parties: null } })
process.on("message", ({ input: { file }, snapshot, options }) => {
  if (file === "ends") process.exit(3)
  if (file === "bad") return tell({ error: { code: "input/empty", what: "w", where: "x", fix: "f" } })
  if (file === "fault") return tell({ error: { message: "a fault" } })
  setTimeout(() => tell({ entry: { file, options, pid: process.pid, size: snapshot.bytes.length } }), Number(file))
})`
const folder = mkdtempSync(join(tmpdir(), "pool-"))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, "worker.mjs"), WORKER)
const module = pathToFileURL(join(folder, "worker.mjs"))
const SNAPSHOT = toSnapshot({ bytes: new Uint8Array([1, 2]), url: null, headers: {}, fetched: "" })

const open = (workers: number) => openPool({ workers, pipeline: {}, module })
type Pool = Awaited<ReturnType<typeof open>>
type Answer = { file: string; pid: number; size: number; options: unknown; snapshot: unknown }
const read = async (pool: Pool, file: string): Promise<Answer> =>
  (await pool.read(SNAPSHOT, { file, place: file }, { verbatim: true })) as unknown as Answer

test("each is answered with its own, whichever is done first, and by as many processes as there are", async () => {
  const pool = await open(3)
  const files = ["90", "0", "50", "10", "0", "30"]
  const answers = await Promise.all(files.map((file) => read(pool, file)))
  await pool.close()
  assert.deepEqual(
    answers.map(({ file }) => file),
    files,
  )
  assert.equal(new Set(answers.slice(0, 3).map(({ pid }) => pid)).size, 3)
  assert.deepEqual(
    answers.map(({ size, options }) => [size, options]),
    files.map(() => [2, { verbatim: true }]),
  )
  assert.ok(answers.every(({ snapshot }) => snapshot === SNAPSHOT))
})

test("no more processes are started than there is work for", async () => {
  const pool = await open(1000)
  const pids: number[] = []
  for (const file of ["0", "1", "0"]) pids.push((await read(pool, file)).pid)
  await pool.close()
  assert.equal(new Set(pids).size, 1)
})

test("errors come back as what they were, and the worker reads on", async () => {
  const pool = await open(1)
  await assert.rejects(read(pool, "bad"), (error) => error instanceof CounterclaimError && error.code === "input/empty")
  await assert.rejects(read(pool, "fault"), /^Error: a fault$/)
  assert.equal((await read(pool, "0")).file, "0")
  await pool.close()
})

test("a worker that ends fails what it was reading, and another takes its seat", async () => {
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
