import assert from "node:assert/strict"
import { test } from "vitest"
import { openAsker } from "../../../src/asking.ts"
import type { RootRow } from "../../../src/reconcile/check/root-rows.ts"
import { inventedReport, ledgerOf } from "../../invented-ledger.ts"

const OUTLETS = ["The Quillmouth Lamp", "Glasswick Echo"]
const SPEAKERS = ["the Osk fire brigade", "the harbour office"]

/** Two outlets a day for a week on one fire; each relays an office of its own. `open`: "at least" so many. */
const TOLLS: readonly (readonly [toll: number, open?: boolean])[] = [[12], [12, true], [19], [23], [23], [26], [26]]
const REPORTS = TOLLS.flatMap(([toll, open = false], day) =>
  OUTLETS.map((publisher, at) => {
    const words = `${open ? "at least " : ""}${toll}`
    const content = `${words} people were killed in the fire at Osk pier`
    return inventedReport({
      text: `On day ${day}, ${SPEAKERS[at]} said that ${content}.\nCranes and dogs went on through the smoke until dusk.`,
      file: `/${day}-${at}.txt`,
      title: `Osk pier, notice ${day}`,
      publisher,
      published: { value: `2031-02-0${day + 1}`, precision: "day" },
      claims: [{ source: SPEAKERS[at]!, cue: "said", content: [content] }],
      entities: [{ name: SPEAKERS[at]!, kind: "organisation" }],
      figures: [{ words, low: toll, high: open ? null : toll }],
    })
  }),
)

const check = async (question: string) => openAsker(await ledgerOf(REPORTS)).check(question)
const told = (rows: readonly RootRow[]) =>
  rows.map(({ root, figure, earliest, documents }) => [earliest.value.slice(8), root, figure, documents].join(" "))

test("of a toll that rises, those alone are roots who give the figure asked for, and the others stand apart by date", async () => {
  const { roots, against, others, count } = await check("23 people killed in the fire at Osk pier")
  assert.deepEqual(told(roots), ["04 the Osk fire brigade 23 killed 2", "04 the harbour office 23 killed 2"])
  assert.deepEqual([against, count], [[], { low: 2, high: 2 }])
  assert.deepEqual(
    told(others).map((row) => row.replace(/the (Osk fire brigade|harbour office) /, "")),
    [
      "01 12 killed 1",
      "01 12 killed 1",
      "02 12+ killed 1",
      "02 12+ killed 1",
      "03 19 killed 1",
      "03 19 killed 1",
    ].concat(["06 26 killed 2", "06 26 killed 2"]),
  )
})

test("at least twelve does not say twenty-six, and more than ten is said by all", async () => {
  const asked = await check("26 people killed in the fire at Osk pier")
  assert.ok(asked.roots.length > 0 && asked.roots.every(({ figure }) => figure === "26 killed"))
  const open = await check("more than 10 people killed in the fire at Osk pier")
  assert.deepEqual([open.others, open.roots.length], [[], 2])
})

test("a figure that nobody gives has no root, and others", async () => {
  const { roots, others } = await check("40 people killed in the fire at Osk pier")
  assert.deepEqual(roots, [])
  assert.equal(others.length, 10)
})
