import assert from "node:assert/strict"
import { test } from "vitest"
import { calibrationError, calibrationReport, reliability, shownPart } from "../../../eval/attribution/calibration.ts"
import type { Prediction } from "../../../eval/attribution/prediction.ts"

const said = (confidence: number | null, shown: boolean | null = null): Prediction => ({
  source: [],
  cue: [],
  content: [{ start: 0, end: 4 }],
  confidence,
  shown,
})

const judged = (confidence: number | null, linked: boolean) => ({ prediction: said(confidence), linked })

test("predictions stand in the tenth of their confidence, and empty tenths are left out", () => {
  const bins = reliability([
    judged(0, false),
    judged(0.91, true),
    judged(0.99, true),
    judged(1, false),
    judged(null, true),
  ])
  const rows = bins.map(({ from, count, right }) => [from, count, right])
  assert.deepEqual(rows, [
    [0, 1, 0],
    [0.9, 3, 2 / 3],
  ])
})

test("the calibration error is 0 where confidence is the share that is right, and 1 where all are wrong but certain", () => {
  const half = [judged(0.5, true), judged(0.5, false)]
  assert.equal(calibrationError(reliability(half)), 0)
  assert.equal(calibrationError(reliability([judged(1, false)])), 1)
  assert.equal(calibrationError([]), 0)
})

const ARTICLE = {
  name: "boats.txt",
  text: "Seas rise. Boats sink.",
  gold: [
    { source: [], cue: [], content: [{ start: 0, end: 9 }] },
    { source: [], cue: [], content: [{ start: 11, end: 21 }] },
  ],
}

test("the shown part is scored by itself: what is hidden takes no gold from it", () => {
  const hidden: Prediction = { ...said(0.2, false), content: [{ start: 0, end: 9 }] }
  const part = shownPart([ARTICLE], new Map([[ARTICLE.name, [hidden, said(0.9, true)]]]))
  assert.deepEqual([part?.count, part?.rate.precision, part?.rate.recall], [1, 1, 0.5])
})

test("nothing is said of a shown part or of confidence where none was given", () => {
  const predictions = new Map([[ARTICLE.name, [said(null)]]])
  assert.equal(shownPart([ARTICLE], predictions), null)
  assert.deepEqual(calibrationReport(reliability([judged(null, true)]), null), [])
})

test("the table names each bin, the error and the shown part", () => {
  const part = { count: 1, rate: { precision: 1, recall: 0.5, f1: 2 / 3 } }
  assert.deepEqual(calibrationReport(reliability([judged(0.95, true), judged(0.93, false)]), part), [
    "confidence 0.9-1.0: mean 0.940 right 0.500 (2 predicted)",
    "calibration error 0.440",
    "shown P 1.000 R 0.500 (1 predicted)",
  ])
})
