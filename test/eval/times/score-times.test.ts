import assert from "node:assert/strict"
import { test } from "vitest"
import { rate } from "../../../eval/attribution/count.ts"
import { parseTimeMl, readGoldTimes } from "../../../eval/times/read-gold-times.ts"
import { addTimes, countTimes } from "../../../eval/times/score-times.ts"

const XML = `<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2023-05-24">24 May</TIMEX3></DCT>
<TEXT>Roe &amp; Sons <EVENT eid="e1">closed</EVENT> <TIMEX3 tid="t1" type="DATE" value="2023-05-23">Tuesday </TIMEX3>for <TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>.</TEXT></TimeML>`

const gold = parseTimeMl("lock", XML)

test("reads text, creation time and marked times of a TimeML document", () => {
  assert.equal(gold.text, "Roe & Sons closed Tuesday for two days.")
  assert.equal(gold.published, "2023-05-24")
  const marked = gold.times.map(({ start, end, value }) => [gold.text.slice(start, end), value])
  assert.deepEqual(marked, [["Tuesday ", "2023-05-23"], ["two days", "P2D"]]) // biome-ignore format: a table
})

test("counts overlapping, exact and rightly valued times, one to one", () => {
  const at = (words: string, value: string | null) => {
    const start = gold.text.indexOf(words)
    return { start, end: start + words.length, value }
  }
  const counts = countTimes(gold, [at("Tuesday", "2023-05-23"), at("Tues", "2023-05-23"), at("for two days", "P3D"), at("Roe", null)]) // biome-ignore format: a list
  assert.deepEqual(counts, { predicted: 4, gold: 2, overlap: 2, strict: 1, value: 1 })
  assert.deepEqual(addTimes([counts, counts]).value, 2)
  assert.deepEqual(rate({ right: counts.overlap, ...counts }), { precision: 0.5, recall: 1, f1: 2 / 3 })
})

test("refuses a folder without TimeML documents", () => {
  assert.throws(() => readGoldTimes(import.meta.dirname), { code: "eval/no-gold" })
})
