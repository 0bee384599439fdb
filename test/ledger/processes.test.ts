import assert from "node:assert/strict"
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { afterAll, beforeAll, describe, test, vi } from "vitest"
import { openLedger } from "../../src/ledger/open.ts"
import type { Entry } from "../../src/model/ledger.ts"
import { type Built, buildLedger, startWriter, type Writer } from "./child.ts"
import { toEntry } from "./entries.ts"

// Each process takes a tenth of a second to start; where other work is going on, much longer.
vi.setConfig({ testTimeout: 180_000 })

const folder = mkdtempSync(join(tmpdir(), "ledger-processes-"))
let built: Built
beforeAll(() => {
  built = buildLedger()
})
afterAll(() => {
  built.remove()
  rmSync(folder, { recursive: true })
})

/** An article that is long enough for an add to be stopped in the middle of it. */
function longEntry(name: string, sentences: number): Entry {
  const names = Array.from({ length: sentences }, (_, index) => `Clerk ${name}${index}x`)
  return toEntry({
    url: `https://long.example/${name}`,
    title: `Minutes ${name}`,
    text: names.map((clerk) => `${clerk} said that ${clerk} counted the boats.`).join("\n"),
    claims: names.map((clerk) => ({
      source: `${clerk} said`.slice(0, -5),
      cue: "said",
      content: [`that ${clerk} counted`],
    })),
  })
}

async function opened(path: string): Promise<Writer> {
  const writer = startWriter(built, path)
  assert.deepEqual(await writer.next(), { opened: true })
  return writer
}

async function add(writer: Writer, entry: Entry): Promise<void> {
  writer.send({ entry })
  assert.deepEqual(await writer.next(), { adding: entry.document.id })
  assert.deepEqual(await writer.next(), { added: entry.document.id })
}

describe("a process killed while it adds", () => {
  const path = join(folder, "killed.sqlite")
  const KILLS = 8

  test("leaves all of an entry or nothing of it, and every acknowledged one", async () => {
    const acknowledged: Entry[] = []
    const [trial, big] = [longEntry("t", 300), Array.from({ length: KILLS }, (_, index) => longEntry(`k${index}`, 300))]
    const first = await opened(path)
    const start = performance.now()
    await add(first, trial)
    const whole = performance.now() - start
    acknowledged.push(trial)
    first.send({ close: true })
    await first.end()

    for (const [index, entry] of big.entries()) {
      const writer = await opened(path)
      const small = longEntry(`s${index}`, 2)
      await add(writer, small)
      acknowledged.push(small)
      writer.send({ entry })
      assert.deepEqual(await writer.next(), { adding: entry.document.id })
      await setTimeout((whole * index) / KILLS)
      writer.process.kill("SIGKILL")
      await writer.end()
      if ((await writer.next())?.added) acknowledged.push(entry)
    }

    const ledger = await openLedger(path)
    for (const entry of acknowledged) assert.notEqual(await ledger.document(entry.document.id), null, entry.document.id)
    let held = 0
    for (const entry of [...acknowledged, ...big.filter((each) => !acknowledged.includes(each))]) {
      const record = await ledger.document(entry.document.id)
      if (record === null) continue
      held++
      assert.deepEqual(record.run, entry.run)
      assert.deepEqual(record.text, entry.text)
      assert.deepEqual(record.seen, [entry.sighting])
    }
    assert.equal((await ledger.counts()).documents, held)
    assert.deepEqual(await ledger.verify(), [])
    // Killed at once, at least the first cannot have got through.
    assert.ok(held < acknowledged.length + big.length)
    await ledger.close()
  })
})

test("two processes that write to a new ledger at once lose nothing", async () => {
  const path = join(folder, "two", "new.sqlite")
  const ADDS = 50
  const writers = [startWriter(built, path), startWriter(built, path)]
  const answers = await Promise.all(
    writers.map(async (writer, number) => {
      assert.deepEqual(await writer.next(), { opened: true })
      // One document in five is the other's too: then both add a sighting to the same one.
      const entries = Array.from({ length: ADDS }, (_, index) =>
        longEntry(index % 5 === 0 ? `shared${index}` : `own${number}-${index}`, 3),
      )
      for (const entry of entries) writer.send({ entry })
      const answers = []
      for (let read = 0; read < 2 * ADDS; read++) answers.push(await writer.next())
      writer.send({ close: true })
      await writer.end()
      return answers
    }),
  )
  assert.deepEqual(
    answers.flat().filter((answer) => !answer || answer.error),
    [],
  )
  const ledger = await openLedger(path)
  const shared = ADDS / 5
  const documents = await ledger.documents({ limit: 1000 })
  assert.equal(documents.length, 2 * ADDS - shared)
  assert.equal(
    documents.reduce((sum, { sightings }) => sum + sightings, 0),
    2 * ADDS,
  )
  assert.equal((await ledger.counts()).shown, 3 * (2 * ADDS - shared))
  assert.deepEqual(await ledger.verify(), [])
  await ledger.close()
})

/** Root may write everywhere: what others may not is asked of a process of another user. */
describe.skipIf(process.platform === "win32")("a user who may not", () => {
  const isRoot = process.getuid?.() === 0
  const other = isRoot ? 65534 : undefined

  async function place(name: string, fileMode: number, folderMode: number): Promise<string> {
    const path = join(folder, name, "ledger.sqlite")
    mkdirSync(join(folder, name))
    const ledger = await openLedger(path)
    await ledger.add(toEntry())
    await ledger.close()
    chmodSync(folder, 0o755)
    chmodSync(path, fileMode)
    chmodSync(join(folder, name), folderMode)
    return path
  }

  async function firstAnswer(path: string, options = {}): Promise<string | undefined> {
    const writer = startWriter(built, path, options, other)
    const answer = await writer.next()
    writer.process.kill()
    await writer.end()
    return answer?.opened ? "opened" : answer?.error?.code
  }

  test("write to the file is told that the ledger is read-only", async () => {
    assert.equal(await firstAnswer(await place("file", 0o444, 0o755)), "ledger/read-only")
  })

  test("write to the folder is told so too, and can still read", async () => {
    const path = await place("folder", 0o444, 0o555)
    assert.equal(await firstAnswer(path), "ledger/read-only")
    assert.equal(await firstAnswer(join(folder, "folder", "new.sqlite")), "ledger/read-only")
    assert.equal(await firstAnswer(join(folder, "folder", "below", "new.sqlite")), "ledger/read-only")
    const writer = startWriter(built, path, { readOnly: true }, other)
    assert.deepEqual(await writer.next(), { opened: true })
    writer.send({ counts: true })
    assert.deepEqual((await writer.next())?.counts, { documents: 1, attributed: 1, shown: 2, doubtful: 1 })
    writer.send({ entry: toEntry() })
    await writer.next()
    assert.equal((await writer.next())?.error?.code, "ledger/read-only")
    writer.send({ close: true })
    await writer.end()
  })

  test("read the file is told that it is unreadable", async () => {
    const path = await place("hidden", 0o000, 0o755)
    assert.equal(await firstAnswer(path, { readOnly: true }), "ledger/unreadable")
    assert.equal(await firstAnswer(path), "ledger/unreadable")
  })
})
