import assert from "node:assert/strict"
import { execFileSync } from "node:child_process"
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "@photostructure/sqlite"
import { afterAll, beforeEach, test } from "vitest"
import { openLedger } from "../../src/ledger/open.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import type { Ledger } from "../../src/model/ledger.ts"
import { toEntry, toJudgement } from "./entries.ts"

const top = mkdtempSync(join(tmpdir(), "ledger-open-"))
afterAll(() => rmSync(top, { recursive: true }))

let made = 0
let folder = ""
let path = ""
beforeEach(() => {
  folder = join(top, `${++made}`)
  path = join(folder, "ledger.sqlite")
})

/** Names its place and a way out, with the code. */
const rejectsWith = (code: string, where: string) => (error: unknown) => {
  assert.ok(error instanceof CounterclaimError, String(error))
  assert.equal(error.code, code)
  assert.equal(error.where, where)
  assert.ok(error.message.includes(where) && error.fix.length > 10)
  return true
}

async function withLedger<Result>(work: (ledger: Ledger) => Promise<Result>, options = {}): Promise<Result> {
  const ledger = await openLedger(path, options)
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

function raw(sql: string): void {
  const database = new DatabaseSync(path)
  database.exec(sql)
  database.close()
}

test("makes the folder and the file, and finds everything again", async () => {
  path = join(folder, "a", "b", "ledger.sqlite")
  const entry = toEntry()
  const logged = await withLedger(async (ledger) => {
    await ledger.add(entry)
    return ledger.judge(toJudgement())
  })
  await withLedger(async (ledger) => {
    assert.deepEqual((await ledger.document(entry.document.id))?.run, entry.run)
    assert.deepEqual(await ledger.snapshot(entry.snapshot.sha256), entry.snapshot)
    assert.deepEqual(await ledger.judgements(), [logged])
  })
})

test("an empty file becomes a ledger", async () => {
  mkdirSync(folder)
  writeFileSync(path, "")
  await withLedger((ledger) => ledger.add(toEntry()))
  assert.equal(await withLedger(async (ledger) => (await ledger.counts()).documents), 1)
})

test("a ledger of a newer version is refused and left as it is", async () => {
  await withLedger((ledger) => ledger.add(toEntry()))
  raw("PRAGMA user_version = 99")
  const before = readFileSync(path)
  await assert.rejects(openLedger(path), rejectsWith("ledger/newer", path))
  await assert.rejects(openLedger(path, { readOnly: true }), rejectsWith("ledger/newer", path))
  assert.ok(readFileSync(path).equals(before))
})

test("a ledger of an older version is not brought up to date by reading", async () => {
  mkdirSync(folder)
  raw("PRAGMA application_id = 0x43436c6d; CREATE TABLE before (number)")
  await assert.rejects(openLedger(path, { readOnly: true }), rejectsWith("ledger/older", path))
  await withLedger((ledger) => ledger.add(toEntry()))
  assert.equal(await withLedger(async (ledger) => (await ledger.counts()).documents, { readOnly: true }), 1)
})

test("a ledger in which each text had one current run becomes one in which each day has its own", async () => {
  const [monday, sunday] = ["2024-03-04", "2024-03-10"].map((published) =>
    toEntry({ url: `https://gull.example/${published}`, published, anchored: true }),
  )
  await withLedger(async (ledger) => {
    for (const entry of [monday!, sunday!]) await ledger.add(entry)
  })
  // Put back to what the version before made of the same records.
  raw(`DROP VIEW content_words; DROP INDEX runs_by_text; ALTER TABLE runs DROP COLUMN current;
    ALTER TABLE texts ADD COLUMN run INTEGER REFERENCES runs; UPDATE texts SET run = 1;
    CREATE INDEX runs_by_text ON runs (text, model_version, data, id);
    CREATE VIEW content_words AS SELECT attributions.number, attributions.content_words AS content FROM attributions
      JOIN runs ON runs.number = attributions.run JOIN texts ON texts.number = runs.text AND texts.run = runs.number;
    INSERT INTO content_index (content_index) VALUES ('rebuild');
    UPDATE documents SET run = 1; ALTER TABLE judgements DROP COLUMN origin; PRAGMA user_version = 3`)
  await withLedger(async (ledger) => {
    assert.equal((await ledger.document(sunday!.document.id))?.run?.id, sunday!.run!.id)
    assert.deepEqual(await ledger.verify(), [])
  })
})

test("a file that is no ledger is refused and left as it is", async () => {
  mkdirSync(folder)
  const random = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * index * 31) % 251))
  for (const bytes of [random, Buffer.from("boats\n"), Buffer.from("SQLite format 3\0")]) {
    writeFileSync(path, bytes)
    await assert.rejects(openLedger(path), rejectsWith("ledger/not-a-ledger", path))
    await assert.rejects(openLedger(path, { readOnly: true }), rejectsWith("ledger/not-a-ledger", path))
    assert.ok(readFileSync(path).equals(bytes))
  }
})

test("another application's SQLite file is refused and left as it is", async () => {
  mkdirSync(folder)
  raw("CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('The quay')")
  const before = readFileSync(path)
  await assert.rejects(openLedger(path), rejectsWith("ledger/not-a-ledger", path))
  assert.ok(readFileSync(path).equals(before))
  assert.ok(!existsSync(`${path}-wal`))
})

test("a folder given as the ledger is refused", async () => {
  mkdirSync(path, { recursive: true })
  await assert.rejects(openLedger(path), rejectsWith("ledger/is-folder", path))
})

test.skipIf(process.platform === "win32")("a pipe given as the ledger is refused without waiting for it", async () => {
  mkdirSync(folder)
  execFileSync("mkfifo", [path])
  await assert.rejects(openLedger(path), rejectsWith("ledger/not-a-ledger", path))
})

test("a path that leads through a file is refused", async () => {
  mkdirSync(folder)
  writeFileSync(join(folder, "file"), "")
  const through = join(folder, "file", "ledger.sqlite")
  await assert.rejects(openLedger(through), rejectsWith("ledger/unreadable", through))
})

test("reading alone makes no ledger", async () => {
  await assert.rejects(openLedger(path, { readOnly: true }), rejectsWith("ledger/missing", path))
  assert.ok(!existsSync(folder))
})

test("a ledger opened for reading only answers and takes nothing", async () => {
  await withLedger((ledger) => ledger.add(toEntry()))
  await withLedger(
    async (ledger) => {
      await assert.rejects(ledger.add(toEntry()), rejectsWith("ledger/read-only", path))
      await assert.rejects(ledger.judge(toJudgement()), rejectsWith("ledger/read-only", path))
      assert.equal((await ledger.documents())[0]?.sightings, 1)
      assert.deepEqual(await ledger.verify(), [])
    },
    { readOnly: true },
  )
})

test("a full ledger refuses the entry whole and keeps all that it held", async () => {
  await withLedger((ledger) => ledger.add(toEntry()))
  const pages = statSync(path).size / 4096 + 3
  await withLedger(
    async (ledger) => {
      const before = await ledger.documents()
      const text = Array.from({ length: 4000 }, (_, index) => `word${index}`).join(" ")
      const big = toEntry({ url: "https://gull.example/big", text, claims: [] })
      await assert.rejects(ledger.add(big), rejectsWith("ledger/full", path))
      assert.deepEqual(await ledger.documents(), before)
      assert.equal(await ledger.document(big.document.id), null)
      assert.equal(await ledger.snapshot(big.snapshot.sha256), null)
      assert.deepEqual(await ledger.search("word7"), [])
      assert.deepEqual(await ledger.verify(), [])
    },
    { maxPages: pages },
  )
})

test("an add that fails half way leaves nothing of its entry", async () => {
  await withLedger((ledger) => ledger.add(toEntry({ url: "https://gull.example/a", text: "Boats.", claims: [] })))
  raw(
    "CREATE TRIGGER stop BEFORE INSERT ON attributions WHEN NEW.position = 2 BEGIN SELECT RAISE(ABORT, 'stopped'); END",
  )
  await withLedger(async (ledger) => {
    await assert.rejects(ledger.add(toEntry()), /stopped/)
    assert.equal((await ledger.documents()).length, 1)
    assert.equal(await ledger.snapshot(toEntry().snapshot.sha256), null)
    assert.deepEqual(await ledger.sources(), [])
    assert.deepEqual(await ledger.verify(), [])
  })
})

test("a ledger that another process holds for too long is busy, and takes the entry afterwards", async () => {
  await withLedger(
    async (ledger) => {
      const holder = new DatabaseSync(path)
      holder.exec("BEGIN IMMEDIATE")
      await assert.rejects(ledger.add(toEntry()), rejectsWith("ledger/busy", path))
      assert.equal((await ledger.counts()).documents, 0)
      holder.exec("ROLLBACK")
      holder.close()
      await ledger.add(toEntry())
      assert.equal((await ledger.counts()).documents, 1)
    },
    { patience: 50 },
  )
})

test("a ledger with a damaged table names it when asked for it, and verify says so", async () => {
  await withLedger((ledger) => ledger.add(toEntry()))
  const database = new DatabaseSync(path)
  const { page } = database.prepare("SELECT pageno AS page FROM dbstat WHERE name = 'readings'").get() as {
    page: number
  }
  database.close()
  const file = openSync(path, "r+")
  writeSync(file, Buffer.alloc(4000, 7), 0, 4000, (page - 1) * 4096)
  closeSync(file)
  await withLedger(async (ledger) => {
    await assert.rejects(ledger.documents(), rejectsWith("ledger/damaged", path))
    assert.ok((await ledger.verify()).some(({ code }) => code === "verify/file"))
  })
})

test("a ledger that was cut short is named as damaged", async () => {
  await withLedger((ledger) => ledger.add(toEntry()))
  truncateSync(path, 8192)
  await assert.rejects(openLedger(path), rejectsWith("ledger/damaged", path))
  await assert.rejects(openLedger(path, { readOnly: true }), rejectsWith("ledger/damaged", path))
})

test("a closed ledger is whole in its one file", async () => {
  await withLedger((ledger) => ledger.add(toEntry()))
  const copy = join(folder, "copy.sqlite")
  copyFileSync(path, copy)
  path = copy
  assert.equal(await withLedger(async (ledger) => (await ledger.counts()).documents), 1)
})
