import assert from "node:assert/strict"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, test } from "vitest"
import { openAsker } from "../src/asking.ts"
import { memoryLedger } from "../src/ledger/memory.ts"
import { openLedger } from "../src/ledger/open.ts"
import { nameSubject } from "../src/model/judged-names.ts"
import type { Ledger } from "../src/model/ledger.ts"
import { suggestLinks } from "../src/reviewing.ts"
import { BRIDGE, inventedReport } from "./invented-ledger.ts"
import { toJudgement } from "./ledger/entries.ts"

const folder = mkdtempSync(join(tmpdir(), "judged-"))
afterAll(() => rmSync(folder, { recursive: true }))

const speaking = (name: string, file: string, kind: "person" | "organisation" = "person") =>
  inventedReport({
    ...{ text: `${name} said more than 70 raiders were killed at Hesk bridge.`, file, title: name, publisher: file },
    claims: [{ source: name, cue: "said", content: ["more than 70 raiders were killed at Hesk bridge"] }],
    entities: [{ name, kind }],
    figures: [{ words: "more than 70", low: 71, high: null }],
  })

const PEOPLE = [
  speaking("Ruda Ostrander Meck", "/1.txt"),
  speaking("Ruda Meck", "/2.txt"),
  speaking("R. Meck", "/3.txt"),
  speaking("Captain Vole", "/4.txt"),
  speaking("The Vole Office", "/5.txt", "organisation"),
]

let made = 0
const stores: Readonly<Record<string, () => Promise<Ledger>>> = {
  memory: async () => memoryLedger(),
  SQLite: () => openLedger(join(folder, `${++made}.sqlite`)),
}

describe.each(Object.entries(stores))("with judgements on names in a ledger in %s", (_, open) => {
  async function filled(): Promise<Ledger> {
    const ledger = await open()
    for (const entry of [...BRIDGE, ...PEOPLE]) await ledger.add(entry)
    return ledger
  }
  const judge = (ledger: Ledger, left: string, right: string, verdict: string) =>
    ledger.judge(toJudgement({ left: nameSubject(left), right: nameSubject(right), verdict }))
  const suggestNames = async (ledger: Ledger) =>
    (await suggestLinks(ledger, ["names"])).flatMap((one) => (one.about === "names" ? [one] : []))
  const namesOf = async (ledger: Ledger) =>
    (await openAsker(ledger).people()).rows.map(({ name, aliases }) => [name, ...aliases].sort().join(" = "))
  const answers = async (ledger: Ledger) => {
    const asker = openAsker(ledger)
    const { questions: _, ...checked } = await asker.check("more than 70 raiders killed at Hesk bridge")
    return [await asker.people(), await asker.figures(""), checked, await suggestLinks(ledger, ["names"])]
  }

  test("names that were judged to be one's are one person, with all their claims", async () => {
    const ledger = await filled()
    assert.ok((await namesOf(ledger)).includes("Captain Vole"))
    await judge(ledger, "captain  vole", "The Vole Office", "same")
    const { rows } = await openAsker(ledger).people()
    const row = rows.find(({ name }) => name === "The Vole Office")
    assert.deepEqual([row?.aliases, row?.claims, row?.documents], [["Captain Vole"], 2, 2])
    assert.equal(rows.filter(({ name }) => name === "Captain Vole").length, 0)
  })

  test("names that were judged to be two's are two, whatever the program takes them for", async () => {
    const ledger = await filled()
    const together = (names: readonly string[]) =>
      names.some((all) => all.includes("Ruda Meck") && all.includes("Ruda Ostrander Meck"))
    await judge(ledger, "Ruda Meck", "Ruda Ostrander Meck", "same")
    assert.equal(together(await namesOf(ledger)), true)
    await judge(ledger, "Ruda Ostrander Meck", "Ruda Meck", "different")
    assert.equal(together(await namesOf(ledger)), false)
    // Not by way of a third name either.
    await judge(ledger, "R. Meck", "Ruda Meck", "same")
    await judge(ledger, "R. Meck", "Ruda Ostrander Meck", "same")
    assert.equal(together(await namesOf(ledger)), false)
  })

  test("claimants of figures and of what is checked are told apart and joined likewise", async () => {
    const ledger = await filled()
    const claimants = async () => (await openAsker(ledger).figures("")).rows.map(({ claimant }) => claimant)
    const before = await claimants()
    assert.ok(before.includes("Captain Vole") && before.includes("The Vole Office"))
    await judge(ledger, "Captain Vole", "The Vole Office", "same")
    assert.equal((await claimants()).length, before.length - 1)
  })

  test("everything merged and everything undone gives the answers from before", async () => {
    const ledger = await filled()
    const before = await answers(ledger)
    const names = (await openAsker(ledger).people()).rows.flatMap(({ name, aliases }) => [name, ...aliases])
    const pairs = names.flatMap((left, index) => names.slice(index + 1).map((right) => [left, right] as const))
    for (const [left, right] of pairs) await judge(ledger, left, right, "same")
    assert.equal((await openAsker(ledger).people()).rows.length, 1)
    for (const [left, right] of pairs) await judge(ledger, right, left, "withdrawn")
    assert.deepEqual(await answers(ledger), before)
    assert.deepEqual(await ledger.verify(), [])
    assert.equal((await ledger.judgements()).length, 2 * pairs.length)
  })

  test("the order in which documents came changes nothing in what was judged", async () => {
    const [forth, back] = [await open(), await open()]
    for (const entry of PEOPLE) await forth.add(entry)
    for (const entry of [...PEOPLE].reverse()) await back.add(entry)
    for (const ledger of [forth, back]) {
      await judge(ledger, "Captain Vole", "R. Meck", "same")
      await judge(ledger, "Ruda Meck", "Ruda Ostrander Meck", "different")
    }
    assert.deepEqual(await openAsker(forth).people(), await openAsker(back).people())
  })

  test("pairs of names are suggested, most doubtful first, until somebody has judged them", async () => {
    const ledger = await filled()
    const suggested = await suggestNames(ledger)
    const doubts = suggested.map(({ score }) => Math.abs(score - 0.9))
    assert.deepEqual(
      doubts,
      [...doubts].sort((a, b) => a - b),
    )
    const { left, right } = suggested[0]!
    await judge(ledger, right, left, "unsure")
    const rest = await suggestNames(ledger)
    assert.deepEqual(rest, suggested.slice(1))
  })
})
