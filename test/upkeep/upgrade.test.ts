import assert from "node:assert/strict"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeEach, describe, test } from "vitest"
import { memoryLedger } from "../../src/ledger/memory.ts"
import { openLedger } from "../../src/ledger/open.ts"
import type { Ledger } from "../../src/model/ledger.ts"
import type { Rereader } from "../../src/upkeep/reread.ts"
import { upgrade } from "../../src/upkeep/upgrade.ts"
import { CLAIMS, type Sketch, TEXT, toEntry, toJudgement } from "../ledger/entries.ts"

const folder = mkdtempSync(join(tmpdir(), "upgrade-"))
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
const stores: Readonly<Record<string, () => Promise<Ledger>>> = {
  memory: async () => memoryLedger(),
  SQLite: () => openLedger(join(folder, `${++made}.sqlite`)),
}

/** A newer reader and model: what it makes of the page at each address. */
const newer = (sketches: Readonly<Record<string, Sketch | Error>>): Rereader => ({
  isCurrent: ({ reading }) => reading.reader === 2,
  async read(snapshot, { place }) {
    const sketch = sketches[place]
    if (!sketch || sketch instanceof Error) throw sketch ?? new Error(`${place} is not to be read`)
    return toEntry({ page: Buffer.from(snapshot.bytes).toString(), reader: 2, model: 2, ...sketch, url: place })
  },
  cleanOnly: async () => toEntry({ text: "nothing alike" }),
})

const [ONE, TWO] = ["https://tern-post.example/one", "https://tern-post.example/two"]
const WITH_HEAD = `Twelve boats missing\n\n${TEXT.replaceAll("\n", "\n\n")}`

describe.each(Object.entries(stores))("upgrade of a ledger in %s", (_, open) => {
  let ledger: Ledger
  beforeEach(async () => {
    ledger = await open()
    for (const url of [ONE, TWO]) await ledger.add(toEntry({ url, page: `page of ${url}` }))
  })
  const idsOf = (sketch: Sketch) => toEntry(sketch).run!.attributions.map(({ id }) => id)

  test("puts new readings and runs beside the old ones, and says which claims are new and which are gone", async () => {
    const before = await ledger.holdings()
    const text = `${WITH_HEAD}\nNobody said more.`
    const claims = [...CLAIMS.slice(0, 2), { source: "Nobody", cue: "said", content: ["more"] }]
    const upgraded = await upgrade(ledger, newer({ [ONE]: { text, claims }, [TWO]: { claims: CLAIMS } }))
    const { failures: _, ...rest } = upgraded
    assert.deepEqual(rest, { reread: 2, upToDate: 0, claimsNew: 1, claimsGone: 1, carried: 0, orphans: [] })
    const record = await ledger.document(toEntry({ url: ONE }).document.id)
    assert.deepEqual([record?.reading.reader, record?.text.value, record?.readings.length], [2, text, 2])
    assert.equal(record?.sightings, 1)
    assert.equal(record?.run?.attributions.length, 3)
    // All that was there is still there.
    const after = await ledger.holdings()
    for (const [index, holding] of before.entries()) {
      assert.deepEqual(
        after[index]!.versions.find(({ reading }) => reading.reader === 1)?.reading,
        holding.versions[0]!.reading,
      )
      assert.deepEqual(after[index]!.sightings, holding.sightings)
    }
    assert.deepEqual(await ledger.verify(), [])
  })

  test("goes on where it was stopped, and does nothing when all is up to date", async () => {
    const stop = (done: number) => {
      if (done === 1) throw new Error("stopped")
    }
    const reader = newer({ [ONE]: {}, [TWO]: {} })
    await assert.rejects(upgrade(ledger, reader, { onHolding: stop }), /stopped/)
    const { reread, upToDate } = await upgrade(ledger, reader)
    assert.deepEqual([reread, upToDate], [1, 1])
    const holdings = await ledger.holdings()
    assert.equal((await upgrade(ledger, newer({}))).upToDate, 2)
    assert.deepEqual(await ledger.holdings(), holdings)
  })

  test("changes nothing in a dry run, and says the same", async () => {
    await ledger.judge(toJudgement({ left: idsOf({})[1]!, right: null, verdict: "right" }))
    const before = await ledger.holdings()
    const reader = newer({ [ONE]: { text: WITH_HEAD }, [TWO]: { text: WITH_HEAD } })
    const dry = await upgrade(ledger, reader, { dryRun: true })
    assert.deepEqual(await ledger.holdings(), before)
    assert.equal((await ledger.judgements()).length, 1)
    assert.deepEqual(await upgrade(ledger, reader), dry)
    assert.deepEqual([dry.reread, dry.carried], [2, 1])
  })

  test("a page that cannot be reread, or was read otherwise, is named, and the others are done", async () => {
    const upgraded = await upgrade(ledger, newer({ [ONE]: new Error("no text in it"), [TWO]: {} }))
    assert.deepEqual(
      upgraded.failures.map(({ url, error }) => [url, error.message]),
      [[ONE, "no text in it"]],
    )
    assert.equal(upgraded.reread, 1)
    assert.equal((await ledger.document(toEntry({ url: ONE }).document.id))?.reading.reader, 1)
  })

  test("a judgement follows its claim to the identical place, by whom and when it was made, once", async () => {
    const [old] = idsOf({})
    const judged = await ledger.judge(toJudgement({ left: old!, right: null, verdict: "wrong", reason: "nine" }))
    const reader = newer({ [ONE]: { text: WITH_HEAD }, [TWO]: { text: WITH_HEAD } })
    assert.equal((await upgrade(ledger, reader)).carried, 1)
    const [first, second, ...more] = await ledger.judgements()
    assert.deepEqual([first, more], [judged, []])
    const { left, right, verdict, by, at, reason } = second!
    assert.deepEqual([left, right, verdict], [idsOf({ text: WITH_HEAD })[0], null, "wrong"])
    assert.deepEqual([by, at, reason], [judged.by, judged.at, "nine; carried from judgement 1"])
    assert.equal((await upgrade(ledger, reader)).carried, 0)
  })

  test("a judgement is orphaned, never moved to a look-alike", async () => {
    const [office, quill, union] = idsOf({})
    await ledger.judge(toJudgement({ left: office!, right: null, verdict: "right" }))
    await ledger.judge(toJudgement({ left: quill!, right: null, verdict: "right" }))
    await ledger.judge(toJudgement({ left: union!, right: quill!, verdict: "disputes" }))
    // The first stands in another sentence now, the second twice, the third is there and is not read as a claim.
    const lines = TEXT.split("\n")
    const text = [lines[0]!.replace("on Monday", "on Sunday"), lines[1], lines[1], lines[2]].join("\n")
    const claims = CLAIMS.slice(0, 2)
    const { orphans, carried } = await upgrade(ledger, newer({ [ONE]: { text, claims }, [TWO]: { text, claims } }))
    assert.equal(carried, 0)
    assert.deepEqual(
      orphans.map(({ judgement, id, why }) => [judgement, id, why]),
      [
        [1, office, "its words with their surroundings are not in the new text"],
        [2, quill, "its words stand at more than one place of the new text"],
        [3, union, "no claim is read at its place any more"],
        [3, quill, "its words stand at more than one place of the new text"],
      ],
    )
    assert.equal((await ledger.judgements()).length, 3)
  })

  test("a judgement that was withdrawn is neither carried nor orphaned", async () => {
    const [old] = idsOf({})
    await ledger.judge(toJudgement({ left: old!, right: null, verdict: "wrong" }))
    await ledger.judge(toJudgement({ left: old!, right: null, verdict: "withdrawn" }))
    const { carried, orphans } = await upgrade(
      ledger,
      newer({ [ONE]: { text: WITH_HEAD }, [TWO]: { text: "Gone.", claims: [] } }),
    )
    assert.deepEqual([carried, orphans], [0, []])
  })
})

test("a text that was taken as it is stays so, with what its table said", async () => {
  const ledger = memoryLedger()
  const entry = toEntry({ url: ONE, page: "row" })
  await ledger.add({ ...entry, reading: { ...entry.reading, blocks: [], removed: [], evidence: [] } })
  const asked: unknown[] = []
  const rereader: Rereader = {
    isCurrent: () => false,
    read: async (_, input, options) => {
      asked.push(input, options)
      return toEntry({ url: ONE, page: "row", reader: 2 })
    },
    cleanOnly: async () => entry,
  }
  await upgrade(ledger, rereader)
  const { title, publisher, published } = entry.reading
  assert.deepEqual(asked, [{ file: ONE, place: ONE, row: { title, publisher, published } }, { published }])
})
