import assert from "node:assert/strict"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, test } from "vitest"
import { openAsker } from "../src/asking.ts"
import { memoryLedger } from "../src/ledger/memory.ts"
import { openLedger } from "../src/ledger/open.ts"
import { copySubject } from "../src/model/judged-copies.ts"
import type { Ledger } from "../src/model/ledger.ts"
import { suggestLinks } from "../src/reviewing.ts"
import { copyAsOf } from "../src/upkeep/copy-as-of.ts"
import { stockOfLedger } from "../src/upkeep/stock.ts"
import { takeIn } from "../src/upkeep/take-in.ts"
import { upgrade } from "../src/upkeep/upgrade.ts"
import { inventedEntry } from "./invented-entry.ts"
import { toJudgement } from "./ledger/entries.ts"

const folder = mkdtempSync(join(tmpdir(), "judged-copies-"))
afterAll(() => rmSync(folder, { recursive: true }))

/** Two papers print one report on one day, in their own voice; a third reports in words of its own. */
const BODY = `More than forty lanterns sank in Tolvey harbour during the storm of Tuesday night.
The quay was closed until noon while divers looked for the chains, and the ferry to Merrisk waited at the outer mole.`
const on = (file: string, publisher: string, text: string) =>
  inventedEntry({
    ...{ file, publisher, text, title: "Lanterns sink in Tolvey harbour" },
    ...{ published: { value: "2031-03-12", precision: "day" }, claims: [] },
  })
const LAMP = on("/1.txt", "The Quillmouth Lamp", `${BODY} The harbour master is to speak on Friday.`)
const ECHO = on("/2.txt", "Glasswick Echo", `${BODY} Nobody was hurt, and the nets were saved.`)
const MOOR = on(
  "/3.txt",
  "The Moor",
  "In Tolvey harbour the storm sank lanterns on Tuesday night, more than forty of them.",
)
const [lamp, echo] = [LAMP, ECHO].map(({ document }) => document.id) as [string, string]
const QUESTION = "more than forty lanterns sank in Tolvey harbour"

let made = 0
const stores: Readonly<Record<string, () => Promise<Ledger>>> = {
  memory: async () => memoryLedger(),
  SQLite: () => openLedger(join(folder, `${++made}.sqlite`)),
}

describe.each(Object.entries(stores))("with judgements on copies in a ledger in %s", (_, open) => {
  async function filled(): Promise<Ledger> {
    const ledger = await open()
    for (const entry of [LAMP, ECHO, MOOR]) await ledger.add(entry)
    return ledger
  }
  const judge = (ledger: Ledger, left: string, right: string, verdict: string) =>
    ledger.judge(toJudgement({ left: copySubject(left), right: copySubject(right), verdict }))
  const suggested = async (ledger: Ledger) =>
    (await suggestLinks(ledger, ["copies"])).flatMap((one) => (one.about === "copies" ? [one] : []))
  /** Who is a copy of whom in the first claim's tree. */
  async function copyOf(ledger: Ledger): Promise<Record<string, string | null>> {
    const { claims, documents } = await openAsker(ledger).sources(QUESTION)
    const { appearances } = claims[0]!
    return Object.fromEntries(
      appearances.map(({ document, copyOf }) => [
        documents[document]!.id,
        copyOf === null ? null : documents[copyOf]!.id,
      ]),
    )
  }
  const rootsOf = async (ledger: Ledger) => {
    const { roots } = await openAsker(ledger).check(QUESTION)
    return roots.map(({ outlets, copies }) => ({ outlets: [...outlets].sort(), copies }))
  }
  const answers = async (ledger: Ledger) => {
    const asker = openAsker(ledger)
    const { questions: _, ...checked } = await asker.check(QUESTION)
    return [checked, await asker.sources(QUESTION), await asker.related(lamp), await suggested(ledger)]
  }

  test("a pair of which nothing tells who took it from whom is suggested until somebody has judged it", async () => {
    const ledger = await filled()
    const [pair, ...more] = await suggested(ledger)
    assert.deepEqual(more, [])
    assert.deepEqual([pair!.left.id, pair!.right.id].sort(), [lamp, echo].sort())
    assert.match(pair!.passage, /^More than forty lanterns/)
    assert.ok(pair!.containment.left > 0.6 && !pair!.same)
    await judge(ledger, echo, lamp, "unsure")
    assert.deepEqual(await suggested(ledger), [])
  })

  test("sources shows the copy under the origin that people judged it to have, turned round with them", async () => {
    const ledger = await filled()
    await judge(ledger, lamp, echo, "copies")
    const there = await copyOf(ledger)
    assert.deepEqual([there[lamp], there[echo]], [null, lamp])
    await judge(ledger, echo, lamp, "copies")
    const back = await copyOf(ledger)
    assert.deepEqual([back[lamp], back[echo]], [echo, null])
    await judge(ledger, echo, lamp, "common-origin")
    const third = await copyOf(ledger)
    assert.deepEqual([third[lamp], third[echo]], [null, null])
  })

  test("check folds copies, and no longer those of which people judged that neither took it from the other", async () => {
    const ledger = await filled()
    const both = { outlets: ["Glasswick Echo", "The Quillmouth Lamp"], copies: 1 }
    assert.deepEqual(
      (await rootsOf(ledger)).find(({ copies }) => copies > 0),
      both,
    )
    await judge(ledger, lamp, echo, "independent")
    const apart = await rootsOf(ledger)
    assert.deepEqual(
      apart.map(({ outlets, copies }) => [outlets.length, copies]),
      apart.map(() => [1, 0]),
    )
    assert.equal(apart.length, 3)
    await judge(ledger, lamp, echo, "common-origin")
    assert.deepEqual(
      (await rootsOf(ledger)).find(({ copies }) => copies > 0),
      both,
    )
  })

  test("what only people see to be a copy is folded", async () => {
    const ledger = await filled()
    await judge(ledger, lamp, MOOR.document.id, "copies")
    assert.deepEqual(
      (await rootsOf(ledger)).map(({ copies }) => copies),
      [2],
    )
    assert.equal((await copyOf(ledger))[MOOR.document.id], lamp)
  })

  test("related names the copy, and who judged", async () => {
    const ledger = await filled()
    await judge(ledger, lamp, echo, "copies")
    const because = async (id: string, other: string) =>
      (await openAsker(ledger).related(id)).rows.find(({ document }) => document.id === other)!.because
    assert.ok((await because(lamp, echo)).includes("A copy of it, as user:ines judged"))
    assert.ok((await because(echo, lamp)).includes("Its origin, as user:ines judged"))
  })

  test("what is withdrawn leaves no trace in any answer", async () => {
    const ledger = await filled()
    const before = await answers(ledger)
    for (const verdict of ["independent", "copies", "common-origin"]) {
      await judge(ledger, echo, lamp, verdict)
      assert.notDeepEqual(await answers(ledger), before)
      await judge(ledger, lamp, echo, "withdrawn")
      assert.deepEqual(await answers(ledger), before)
    }
    assert.deepEqual(await ledger.verify(), [])
  })

  test("another ledger takes the judgement over, a ledger as of a day before does not know it, an upgrade leaves it", async () => {
    const ledger = await filled()
    await judge(ledger, echo, lamp, "copies")
    const [other, before] = [await open(), await open()]
    await takeIn(other, stockOfLedger(ledger))
    assert.deepEqual(await copyOf(other), await copyOf(ledger))
    await copyAsOf(ledger, before, Date.parse("2024-03-06T08:59:59.000Z"))
    assert.deepEqual(await before.judgements(), [])
    const unread = async () => assert.fail()
    const nothing = { isCurrent: () => true, read: unread, cleanOnly: unread }
    const { orphans, carried } = await upgrade(ledger, nothing)
    assert.deepEqual([orphans, carried, (await ledger.judgements()).length], [[], 0, 1])
  })
})
