import assert from "node:assert/strict"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, test, vi } from "vitest"
import { checkChain } from "../../src/ledger/chain.ts"
import { memoryLedger } from "../../src/ledger/memory.ts"
import { openLedger } from "../../src/ledger/open.ts"
import type { Ledger } from "../../src/model/ledger.ts"
import { stockOfLedger } from "../../src/upkeep/stock.ts"
import { takeIn } from "../../src/upkeep/take-in.ts"
import { toEntry, toJudgement } from "../ledger/entries.ts"

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), "bad-input-"))
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
const newPath = () => join(folder, `${++made}.sqlite`)
const at = (minute: number) => new Date(Date.UTC(2031, 2, 12, 8, minute)).toISOString()

test("the same document a thousand times is one document, seen a thousand times, also after an import", async () => {
  const ledger = await openLedger(newPath())
  for (let minute = 0; minute < 1000; minute++) await ledger.add(toEntry({ page: "p", at: at(minute) }))
  const expected = { documents: 1, attributed: 1, shown: 2, doubtful: 1 }
  assert.deepEqual(await ledger.counts(), expected)
  const [view] = await ledger.documents()
  assert.deepEqual([view?.sightings, view?.firstSeen, view?.lastSeen], [1000, at(0), at(999)])
  const other = await openLedger(newPath())
  for (const _ of [1, 2]) await takeIn(other, stockOfLedger(ledger))
  assert.deepEqual(await other.documents(), await ledger.documents())
  assert.deepEqual(await other.verify(), [])
  for (const each of [ledger, other]) await each.close()
})

test("a clock that runs backwards loses nothing: what was seen stands in the order of its times", async () => {
  const ledger = await openLedger(newPath())
  for (const minute of [5, 3, 4, 1]) await ledger.add(toEntry({ page: `page ${minute}`, at: at(minute) }))
  const record = await ledger.document(toEntry().document.id)
  assert.deepEqual(
    record?.seen.map((sighting) => sighting.at),
    [1, 3, 4, 5].map(at),
  )
  assert.equal(record?.reading.snapshot, toEntry({ page: "page 5" }).snapshot.sha256)
  assert.equal(record?.readings.length, 4)
  for (const minute of [9, 2]) await ledger.judge(toJudgement({ at: at(minute), verdict: `at ${minute}` }))
  assert.deepEqual(
    (await ledger.judgements()).map(({ verdict }) => verdict),
    ["at 9", "at 2"],
  )
  assert.deepEqual(await ledger.verify(), [])
  await ledger.close()
})

test("two imports and two judges at once on one ledger lose nothing and count nothing twice", async () => {
  const path = newPath()
  const handles = [await openLedger(path), await openLedger(path)]
  const shared = Array.from({ length: 5 }, (_, index) => toEntry({ url: `https://shared.example/${index}` }))
  const stocks = await Promise.all(
    handles.map(async (_, side): Promise<Ledger> => {
      const ledger = memoryLedger()
      const own = Array.from({ length: 15 }, (_, index) => toEntry({ url: `https://own${side}.example/${index}` }))
      for (const entry of [...own, ...shared]) await ledger.add(entry)
      await ledger.judge(toJudgement({ by: "user:shared" }))
      return ledger
    }),
  )
  await Promise.all(
    handles.map(async (handle, side) => {
      await takeIn(handle, stockOfLedger(stocks[side]!))
      for (let index = 0; index < 10; index++) await handle.judge(toJudgement({ by: `user:${side}` }))
    }),
  )
  const [ledger] = handles
  assert.equal((await ledger!.counts()).documents, 35)
  const documents = await ledger!.documents({ limit: 100 })
  assert.ok(documents.every(({ sightings }) => sightings === 1))
  const judgements = await ledger!.judgements()
  assert.ok(checkChain(judgements))
  assert.deepEqual([judgements.length, judgements.filter(({ origin }) => origin === null).length], [21, 20])
  assert.deepEqual(await ledger!.verify(), [])
  for (const each of handles) await each.close()
})
