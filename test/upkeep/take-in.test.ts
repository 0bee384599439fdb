import assert from "node:assert/strict"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, test } from "vitest"
import { isInShard } from "../../src/cli/shard.ts"
import { memoryLedger } from "../../src/ledger/memory.ts"
import { openLedger } from "../../src/ledger/open.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import type { Ledger } from "../../src/model/ledger.ts"
import { stockOfBackup } from "../../src/upkeep/read-backup.ts"
import { stockOfLedger } from "../../src/upkeep/stock.ts"
import { takeIn } from "../../src/upkeep/take-in.ts"
import { writeBackup } from "../../src/upkeep/write-backup.ts"
import { type Sketch, toEntry, toJudgement } from "../ledger/entries.ts"
import { FINDINGS } from "../ledger/invented-findings.ts"

const folder = mkdtempSync(join(tmpdir(), "take-in-"))
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
const newPath = () => join(folder, `${++made}`)

async function ledgerOf(open: () => Promise<Ledger>, sketches: readonly Sketch[]): Promise<Ledger> {
  const ledger = await open()
  for (const sketch of sketches) await ledger.add(toEntry(sketch))
  return ledger
}

async function answers(ledger: Ledger): Promise<unknown> {
  const documents = await ledger.documents({ limit: 1000 })
  return {
    documents,
    counts: await ledger.counts(),
    records: await Promise.all(documents.map(({ document }) => ledger.document(document.id))),
    attributions: await ledger.attributions({ limit: 1000 }),
    sources: await ledger.sources(),
    found: await ledger.search("boats", { limit: 1000 }),
    problems: await ledger.verify(),
  }
}

const NOTHING = { documents: 0, versions: 0, readings: 0, sightings: 0, judgements: 0, left: 0, clashes: [] }

/** Twelve places; one wire text in all of them, two pages each, some seen twice. */
const PLACES = Array.from({ length: 12 }, (_, index) => `https://paper${index}.example/boats`)
const sketchesOf = (url: string): Sketch[] => [
  { url, publisher: url.slice(8, 14), anchored: true, findings: FINDINGS },
  { url, publisher: url.slice(8, 14), title: `Boats of ${url}`, anchored: true, at: "2024-03-06T08:00:00Z" },
  { url, publisher: url.slice(8, 14), anchored: true, findings: FINDINGS, at: "2024-03-07T08:00:00Z" },
]

const stores: Readonly<Record<string, () => Promise<Ledger>>> = {
  memory: async () => memoryLedger(),
  SQLite: () => openLedger(`${newPath()}.sqlite`),
}

describe.each(Object.entries(stores))("into a ledger in %s", (_, open) => {
  test("two shards read apart give what one run over all gives, imported once or twice", async () => {
    const shard = (number: number) => PLACES.filter((place) => isInShard({ number, count: 2 }, place))
    assert.ok(shard(1).length > 0 && shard(2).length > 0)
    const one = await ledgerOf(open, PLACES.flatMap(sketchesOf))
    const left = await ledgerOf(open, shard(1).flatMap(sketchesOf))
    const right = await ledgerOf(open, shard(2).flatMap(sketchesOf))
    const expected = {
      ...NOTHING,
      ...{ documents: shard(2).length, versions: 2 * shard(2).length },
      ...{ readings: 2 * shard(2).length, sightings: 3 * shard(2).length },
    }
    assert.deepEqual(await takeIn(left, stockOfLedger(right), { dryRun: true }), expected)
    assert.deepEqual(await takeIn(left, stockOfLedger(right)), expected)
    assert.deepEqual(await answers(left), await answers(one))
    assert.deepEqual(await takeIn(left, stockOfLedger(right)), NOTHING)
    assert.deepEqual(await answers(left), await answers(one))
  })

  test("a ledger that both come from is counted once, and what each added since is kept", async () => {
    const shared = PLACES.slice(0, 4).flatMap(sketchesOf)
    const [mine, theirs] = [sketchesOf(PLACES[5]!), sketchesOf(PLACES[6]!)]
    const one = await ledgerOf(open, [...shared, ...mine, ...theirs])
    const left = await ledgerOf(open, [...shared, ...mine])
    const right = await ledgerOf(open, [...theirs, ...shared])
    await takeIn(left, stockOfLedger(right))
    assert.deepEqual(await answers(left), await answers(one))
  })

  test("clashing records are named and nothing is changed, or they are left out and the rest is taken", async () => {
    const mine = [{ page: "p", published: "2024-03-04" }, ...sketchesOf(PLACES[0]!)]
    const theirs = [{ page: "p", published: "2024-05-05" }, ...sketchesOf(PLACES[1]!)]
    const [left, right] = [await ledgerOf(open, mine), await ledgerOf(open, theirs)]
    await right.judge(toJudgement())
    const before = await answers(left)
    const { id } = toEntry({ page: "p" }).reading
    await assert.rejects(
      takeIn(left, stockOfLedger(right)),
      (error) => error instanceof CounterclaimError && error.code === "import/clash" && error.what.includes(id),
    )
    assert.deepEqual(await answers(left), before)
    assert.deepEqual(await left.judgements(), [])

    const taken = await takeIn(left, stockOfLedger(right), { leaveClashing: true })
    assert.deepEqual([taken.documents, taken.judgements, taken.left], [1, 1, 1])
    assert.deepEqual(taken.clashes, [{ kind: "reading", id, fields: ["published"] }])
    assert.deepEqual(await answers(left), await answers(await ledgerOf(open, [...mine, ...sketchesOf(PLACES[1]!)])))
    // Theirs still has its own.
    assert.equal((await right.document(toEntry().document.id))?.reading.published?.value, "2024-05-05")
  })

  test("judgements come behind those that are here, with their own number and hash, and once", async () => {
    const [left, right, third] = [await open(), await open(), await open()]
    const own = await left.judge(toJudgement())
    const theirs = [await right.judge(toJudgement({ by: "user:tove" })), await right.judge(toJudgement())]
    const originOf = ({ number, previous, hash }: (typeof theirs)[number]) => ({ number, previous, hash })
    assert.equal((await takeIn(left, stockOfLedger(right))).judgements, 2)
    assert.equal((await takeIn(left, stockOfLedger(right))).judgements, 0)
    const all = await left.judgements()
    assert.deepEqual(
      all.map(({ number, origin }) => [number, origin]),
      [
        [1, null],
        [2, originOf(theirs[0]!)],
        [3, originOf(theirs[1]!)],
      ],
    )
    // Through a third ledger they come back as the same ones.
    assert.equal((await takeIn(third, stockOfLedger(left))).judgements, 3)
    assert.deepEqual(
      (await third.judgements()).map(({ origin }) => origin?.hash),
      [own, ...theirs].map(({ hash }) => hash),
    )
    assert.equal((await takeIn(right, stockOfLedger(third))).judgements, 1)
    assert.equal((await takeIn(left, stockOfLedger(third))).judgements, 0)
    for (const ledger of [left, right, third]) assert.deepEqual(await ledger.verify(), [])
  })
})

test("a backup is imported as the ledger that it was made of", async () => {
  const ledger = await ledgerOf(async () => memoryLedger(), sketchesOf(PLACES[2]!))
  await ledger.judge(toJudgement())
  const path = newPath()
  await writeBackup(stockOfLedger(ledger), path, { now: new Date() })
  const other = await ledgerOf(async () => memoryLedger(), sketchesOf(PLACES[3]!))
  const expected = { ...NOTHING, documents: 1, versions: 2, readings: 2, sightings: 3, judgements: 1 }
  assert.deepEqual(await takeIn(other, await stockOfBackup(path)), expected)
})
