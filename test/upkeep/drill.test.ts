import assert from "node:assert/strict"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, test, vi } from "vitest"
import { openLedger } from "../../src/ledger/open.ts"
import type { Entry, Ledger } from "../../src/model/ledger.ts"
import { toSnapshot } from "../../src/model/snapshot.ts"
import { cleanOnly, openPipeline, type Pipeline } from "../../src/pipeline.ts"
import { stockOfBackup } from "../../src/upkeep/read-backup.ts"
import { restore } from "../../src/upkeep/restore.ts"
import { stockOfLedger } from "../../src/upkeep/stock.ts"
import { takeIn } from "../../src/upkeep/take-in.ts"
import { upgrade } from "../../src/upkeep/upgrade.ts"
import { writeBackup } from "../../src/upkeep/write-backup.ts"
import { toJudgement } from "../ledger/entries.ts"

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const EXAMPLES = new URL("../../examples/", import.meta.url)
const folder = mkdtempSync(join(tmpdir(), "drill-"))
afterAll(() => rmSync(folder, { recursive: true }))

let entries: readonly Entry[] = []
let pipeline: Pipeline
const at = { headers: {}, fetched: "2031-03-12T08:00:00.000Z" }
beforeAll(async () => {
  pipeline = await openPipeline()
  const read = async (file: string) => {
    const url = new URL(file, EXAMPLES)
    const snapshot = toSnapshot({ ...at, bytes: new Uint8Array(readFileSync(url)), url: url.href })
    return pipeline.read(snapshot, { file, place: url.pathname })
  }
  const all: Entry[] = []
  for (const file of readdirSync(EXAMPLES).sort()) all.push(await read(file))
  entries = all
})
afterAll(() => pipeline.close())

let opened = 0
async function ledgerOf(some: readonly Entry[]): Promise<Ledger> {
  const ledger = await openLedger(join(folder, `${++opened}.sqlite`))
  for (const entry of some) await ledger.add(entry)
  return ledger
}

async function answers(ledger: Ledger): Promise<unknown> {
  const documents = await ledger.documents()
  return {
    documents,
    records: await Promise.all(documents.map(({ document }) => ledger.document(document.id))),
    counts: await ledger.counts(),
    claims: await ledger.attributions({ limit: 10_000 }),
    sources: await ledger.sources({ limit: 10_000 }),
    found: await ledger.search("killed", { limit: 1000 }),
    judgements: await ledger.judgements(),
    problems: await ledger.verify(),
  }
}

describe("the examples", () => {
  test("come back from a backup with the same answers, verified", async () => {
    const ledger = await ledgerOf(entries)
    await ledger.judge(toJudgement({ left: entries[0]!.document.id, right: entries[1]!.document.id }))
    const path = join(folder, "examples.jsonl.gz")
    await writeBackup(stockOfLedger(ledger), path, { now: new Date() })
    const restored = await ledgerOf([])
    await restore(restored, await stockOfBackup(path))
    assert.ok((await restored.counts()).shown > 20)
    assert.deepEqual(await answers(restored), await answers(ledger))
    assert.deepEqual(await restored.verify(), [])
    for (const each of [ledger, restored]) await each.close()
  })

  test("read apart in two halves and imported into one are the same as read in one run", async () => {
    const [one, left, right] = [
      await ledgerOf(entries),
      await ledgerOf(entries.filter((_, index) => index % 2 === 0)),
      await ledgerOf(entries.filter((_, index) => index % 2 === 1)),
    ]
    await takeIn(left, stockOfLedger(right))
    assert.deepEqual(await answers(left), await answers(one))
    for (const each of [one, left, right]) await each.close()
  })

  test("reread from what the ledger keeps are what they were, with what a user or a table said of them", async () => {
    const words = "Mara Quill said on Monday that twelve boats were missing.\n\nShare this\n"
    const snapshot = toSnapshot({ ...at, bytes: Buffer.from(words), url: null })
    const published = { value: "2031-03-10", precision: "day" } as const
    const row = { title: "Boats", publisher: "Tern Post", published }
    const ledger = await ledgerOf([
      ...entries.slice(0, 4),
      await pipeline.read(snapshot, { file: "a.txt", place: "/given/a.txt" }, { published }),
      await pipeline.read(snapshot, { file: "b.txt", place: "/given/b.txt" }, { verbatim: true }),
      await pipeline.read(snapshot, { file: "c.csv:2", place: "#7", row }),
    ])
    const before = await answers(ledger)
    const rereader = { ...pipeline, cleanOnly: async (...given: Parameters<typeof cleanOnly>) => cleanOnly(...given) }
    const again = { ...rereader, isCurrent: () => false }
    const { failures, ...changed } = await upgrade(ledger, again)
    assert.deepEqual(failures, [])
    assert.deepEqual(changed, { reread: 7, upToDate: 0, claimsNew: 0, claimsGone: 0, carried: 0, orphans: [] })
    assert.deepEqual(await answers(ledger), before)
    assert.equal((await upgrade(ledger, rereader)).upToDate, 7)
    await ledger.close()
  })
})
