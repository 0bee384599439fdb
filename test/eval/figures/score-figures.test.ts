import assert from "node:assert/strict"
import { describe, test } from "vitest"
import type { GoldFigure } from "../../../eval/figures/read-gold-figures.ts"
import { addFigures, countFigures, figureRates, type PredictedFigure } from "../../../eval/figures/score-figures.ts"

const GOLD: GoldFigure = { start: 0, end: 12, words: "more than 70", low: 71, high: null, measure: "killed", of: "villagers", source: "the prefect", cue: "said" } // biome-ignore format: one record
const FOUND: PredictedFigure = { start: 0, end: 12, low: 71, high: null, measure: "killed", of: "the villagers", tie: "prefect said" } // biome-ignore format: one record
const rates = (gold: readonly GoldFigure[], found: readonly PredictedFigure[]) =>
  figureRates(addFigures([countFigures({ file: "a.txt", text: "", figures: gold }, found)]))

describe("figures scored", () => {
  test("are whole when value, measure and tie are right", () => {
    for (const [name, rate] of Object.entries(rates([GOLD], [FOUND])))
      assert.equal(rate, name === "untied" ? 0 : 1, name)
  })

  test("may begin at 70 or at 71 for more than 70, but not at 72", () => {
    assert.equal(rates([GOLD], [{ ...FOUND, low: 70 }]).value, 1)
    assert.equal(rates([GOLD], [{ ...FOUND, low: 69 }]).value, 0)
    assert.equal(rates([GOLD], [{ ...FOUND, high: 80 }]).value, 0)
  })

  test("are paired once, with the one that they share most with", () => {
    const part = { ...FOUND, start: 10, measure: "count" }
    const { "found P": p, measure } = rates([GOLD], [part, FOUND])
    assert.deepEqual([p, measure], [0.5, 1])
  })

  test("without a source are right when nobody is made to say them", () => {
    const own = { ...GOLD, source: null, cue: null }
    assert.equal(rates([own], [FOUND]).untied, 0)
    assert.equal(rates([own], [{ ...FOUND, tie: null }]).untied, 1)
    assert.equal(rates([GOLD], [{ ...FOUND, tie: null }]).tied, 0)
  })

  test("are not there where nothing overlaps", () => {
    assert.equal(rates([GOLD], [{ ...FOUND, start: 12, end: 15 }])["found R"], 0)
  })
})
