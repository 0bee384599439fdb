import assert from "node:assert/strict"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import { afterAll, describe, test } from "vitest"
import { memoryLedger } from "../../src/ledger/memory.ts"
import { openLedger } from "../../src/ledger/open.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import type { Ledger } from "../../src/model/ledger.ts"
import { allHoldings } from "../../src/upkeep/all-holdings.ts"
import { isBackup, stockOfBackup } from "../../src/upkeep/read-backup.ts"
import { restore } from "../../src/upkeep/restore.ts"
import { stockOfLedger } from "../../src/upkeep/stock.ts"
import { writeBackup } from "../../src/upkeep/write-backup.ts"
import { toEntry, toJudgement } from "../ledger/entries.ts"
import { FINDINGS } from "../ledger/invented-findings.ts"

const folder = mkdtempSync(join(tmpdir(), "backup-"))
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
const newPath = () => join(folder, `${++made}`)
const rejectsWith = (code: string) => (error: unknown) => error instanceof CounterclaimError && error.code === code
const now = new Date("2031-03-12T08:00:00Z")

/** More holdings than are asked for at a time, bytes that are no UTF-8, a sighting twice, judgements taken over. */
async function filled(): Promise<Ledger> {
  const ledger = memoryLedger()
  for (let index = 0; index < 45; index++) {
    await ledger.add(toEntry({ url: `https://tern-post.example/${index % 40}`, findings: FINDINGS }))
  }
  await ledger.add(toEntry({ url: null, file: "odd.txt", publisher: null, title: "odd \u2028 one\r\n", claims: null }))
  const odd = toEntry({ url: "https://gull.example/odd", page: "odd" })
  await ledger.add(odd)
  const other = memoryLedger()
  const { origin: _, number, previous, hash, ...judgement } = await other.judge(toJudgement({ by: "user:tove" }))
  await ledger.judge(toJudgement())
  await ledger.judge(judgement, { number, previous, hash })
  return ledger
}

async function backedUp(): Promise<{ ledger: Ledger; path: string }> {
  const ledger = await filled()
  const path = `${newPath()}.jsonl.gz`
  await writeBackup(stockOfLedger(ledger), path, { now })
  return { ledger, path }
}

async function all(ledger: Ledger): Promise<unknown> {
  const holdings = []
  for await (const holding of allHoldings(ledger)) holdings.push(holding)
  const answers = [ledger.counts(), ledger.documents(), ledger.attributions(), ledger.sources(), ledger.verify()]
  return [holdings, await ledger.judgements(), ...(await Promise.all(answers))]
}

const stores: Readonly<Record<string, () => Promise<Ledger>>> = {
  memory: async () => memoryLedger(),
  SQLite: () => openLedger(`${newPath()}.sqlite`),
}

describe.each(Object.entries(stores))("a ledger in %s", (_, open) => {
  test("that is restored from a backup gives the same answers, judgements and hashes", async () => {
    const { ledger, path } = await backedUp()
    const restored = await open()
    assert.deepEqual(await restore(restored, await stockOfBackup(path)), { documents: 42, judgements: 2 })
    assert.deepEqual(await all(restored), await all(ledger))
    await restored.close()
  })

  test("that is not empty is not restored into", async () => {
    const { path } = await backedUp()
    const ledger = await open()
    await ledger.judge(toJudgement())
    await assert.rejects(restore(ledger, await stockOfBackup(path)), rejectsWith("restore/not-empty"))
    assert.deepEqual(await ledger.documents(), [])
    await ledger.close()
  })
})

test("a backup is plain JSON Lines when unpacked", async () => {
  const { path } = await backedUp()
  const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split("\n")
  const kinds = lines.map((line) => JSON.parse(line).kind)
  assert.deepEqual(kinds.slice(0, 4), ["counterclaim-backup", "judgement", "judgement", "holding"])
  assert.equal(kinds.filter((kind) => kind === "holding").length, 42)
  assert.equal(kinds.at(-1), "end")
})

test("bytes that are no UTF-8 come back as they were", async () => {
  const ledger = memoryLedger()
  const bytes = new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x0a, 0xef, 0xbb, 0xbf])
  const { sha256 } = await import("../../src/model/hash.ts")
  const { readingId } = await import("../../src/model/document.ts")
  const entry = toEntry()
  const snapshot = { ...entry.snapshot, bytes, sha256: sha256(bytes) }
  const reading = { ...entry.reading, snapshot: snapshot.sha256 }
  const sighting = { ...entry.sighting, snapshot: snapshot.sha256 }
  await ledger.add({ ...entry, snapshot, sighting, reading: { ...reading, id: readingId(reading) } })
  const path = newPath()
  await writeBackup(stockOfLedger(ledger), path, { now })
  const restored = memoryLedger()
  await restore(restored, await stockOfBackup(path))
  assert.deepEqual(await restored.snapshot(snapshot.sha256), snapshot)
})

describe("a damaged backup is refused", () => {
  const refused = async (bytes: Buffer, code: string): Promise<void> => {
    const path = newPath()
    writeFileSync(path, bytes)
    await assert.rejects(stockOfBackup(path), rejectsWith(code), `${bytes.length} bytes`)
  }
  const packed = (lines: readonly string[]) => gzipSync(lines.map((line) => `${line}\n`).join(""))
  const linesOf = (path: string) => gunzipSync(readFileSync(path)).toString().trimEnd().split("\n")

  test("wherever it was cut off", async () => {
    const { path } = await backedUp()
    const bytes = readFileSync(path)
    for (let share = 1; share < 20; share++) {
      await refused(bytes.subarray(0, Math.floor((bytes.length * share) / 20)), "backup/damaged")
    }
    await refused(bytes.subarray(0, bytes.length - 1), "backup/damaged")
    await refused(packed(linesOf(path).slice(0, -1)), "backup/damaged")
  })

  test("whichever byte was changed", async () => {
    const { path } = await backedUp()
    const bytes = readFileSync(path)
    // Bytes 3 to 9 of gzip's head say nothing of the contents.
    for (let share = 1; share < 20; share++) {
      const changed = Buffer.from(bytes)
      const at = Math.floor((bytes.length * share) / 20)
      changed[at] = changed[at]! ^ 0x10
      await refused(changed, "backup/damaged")
    }
  })

  test("when a line was changed, left out or put in, even where it was packed anew", async () => {
    const { path } = await backedUp()
    const lines = linesOf(path)
    await refused(packed(lines.with(5, lines[5]!.replace("Tern", "Teal"))), "backup/damaged")
    await refused(packed(lines.toSpliced(5, 1)), "backup/damaged")
    await refused(packed(lines.toSpliced(5, 0, lines[6]!)), "backup/damaged")
    await refused(packed([...lines, lines[5]!]), "backup/damaged")
    await refused(packed([...lines, lines.at(-1)!]), "backup/damaged")
  })

  test("when it is something else, or of a newer program", async () => {
    await refused(Buffer.from("boats"), "backup/damaged")
    await refused(packed(["boats"]), "backup/not-a-backup")
    await refused(packed(['{"kind":"counterclaim-backup","version":99}', "{}"]), "backup/newer")
    await assert.rejects(stockOfBackup(join(folder, "nowhere")), rejectsWith("backup/missing"))
  })
})

test("a backup does not touch a file that is there, and leaves nothing behind when it fails", async () => {
  const ledger = await filled()
  const path = newPath()
  writeFileSync(path, "mine")
  await assert.rejects(writeBackup(stockOfLedger(ledger), path, { now }), rejectsWith("backup/exists"))
  assert.equal(readFileSync(path, "utf8"), "mine")
  const nowhere = join(folder, "no", "folder")
  await assert.rejects(writeBackup(stockOfLedger(ledger), nowhere, { now }), rejectsWith("backup/cannot-write"))
  const stopped = newPath()
  const stop = () => {
    throw new Error("stop")
  }
  await assert.rejects(writeBackup(stockOfLedger(ledger), stopped, { now, onHolding: stop }), /stop/)
  assert.deepEqual(
    [stopped, `${stopped}.partial`].filter((file) => existsSync(file)),
    [],
  )
})

test("judgements whose chain is broken are neither backed up nor restored", async () => {
  const ledger = await filled()
  const judgements = await ledger.judgements()
  const forged = [{ ...judgements[0]!, verdict: "different" }, ...judgements.slice(1)]
  const stock = { ...stockOfLedger(ledger), judgements: async () => forged }
  await assert.rejects(writeBackup(stock, newPath(), { now }), rejectsWith("backup/chain"))
  const empty = memoryLedger()
  await assert.rejects(restore(empty, stock), rejectsWith("backup/chain"))
  assert.deepEqual(await empty.documents(), [])
})

test("tells a backup from another file", async () => {
  const { path } = await backedUp()
  assert.equal(await isBackup(path), true)
  assert.equal(await isBackup(join(folder, "nowhere")), false)
  writeFileSync(`${path}.txt`, "a")
  assert.equal(await isBackup(`${path}.txt`), false)
})
