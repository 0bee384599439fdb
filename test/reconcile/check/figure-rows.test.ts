import assert from "node:assert/strict"
import { test } from "vitest"
import { openAsker } from "../../../src/asking.ts"
import type { Entry } from "../../../src/model/ledger.ts"
import { inventedReport, ledgerOf } from "../../invented-ledger.ts"

/** What the harbour office says on a day in February 2031; null: the page names no date. */
const report = (day: number | null, words: string, [low, high]: readonly [number, number | null]) =>
  inventedReport({
    text: `On the fire at Osk pier the harbour office said that ${words} had died, notice ${day}.`,
    file: `/${day}.txt`,
    title: `Osk pier, ${day ?? "no day"}`,
    publisher: `Paper ${day}`,
    published: day === null ? null : { value: `2031-02-0${day}`, precision: "day" },
    claims: [{ source: "the harbour office", cue: "said", content: [`that ${words} had died, notice ${day}`] }],
    entities: [{ name: "the harbour office", kind: "organisation" }],
    figures: [{ words, low, high }],
  })

const rowsOf = (...given: Parameters<typeof report>[]) => rowsIn(given.map((one) => report(...one)))

const rowsIn = async (entries: readonly Entry[]) => {
  const ledger = await ledgerOf(entries)
  const { rows } = await openAsker(ledger).figures("")
  return rows.map(({ claimant, figure, date, outlets }) => [claimant, figure, date, outlets.length])
}
const NAME = "the harbour office"

test("a claimant who comes back to a figure has a row for each time, by the date said", async () => {
  assert.deepEqual(await rowsOf([1, "26", [26, 26]], [3, "27", [27, 27]], [5, "26", [26, 26]], [6, "26", [26, 26]]), [
    [NAME, "26 killed", "2031-02-01", 1],
    [NAME, "27 killed", "2031-02-03", 1],
    [NAME, "26 killed", "2031-02-05", 2],
  ])
})

test("a figure is said once where what came between goes with it, is of the same day or has no date", async () => {
  assert.equal((await rowsOf([1, "26", [26, 26]], [3, "more than 20", [21, null]], [5, "26", [26, 26]])).length, 2)
  assert.equal((await rowsOf([1, "26", [26, 26]], [null, "27", [27, 27]], [5, "26", [26, 26]])).length, 2)
  assert.equal((await rowsOf([1, "26", [26, 26]], [3, "27", [27, 27]], [null, "26", [26, 26]])).length, 2)
})

test("a late reprint of a text says its figure no second time", async () => {
  const first = report(1, "26", [26, 26])
  const reprint = inventedReport({
    text: first.text.value,
    file: "/reprint.txt",
    publisher: "The Osk Reprint",
    published: { value: "2031-02-07", precision: "day" },
    claims: [{ source: "the harbour office", cue: "said", content: ["that 26 had died, notice 1"] }],
    entities: [{ name: "the harbour office", kind: "organisation" }],
    figures: [{ words: "26", low: 26, high: 26 }],
  })
  const rows = await rowsIn([first, report(3, "27", [27, 27]), reprint])
  assert.deepEqual(
    rows.map(([, figure, , outlets]) => [figure, outlets]),
    [
      ["26 killed", 2],
      ["27 killed", 1],
    ],
  )
})
