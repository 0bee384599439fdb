import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, test } from "vitest"
import { loadActWeights, parseActWeights } from "../../src/lexicon/act-weights.ts"
import { dataPath } from "../../src/lexicon/data.ts"
import { ACTS } from "../../src/model/attribution.ts"

describe("weights of acts", () => {
  const json = readFileSync(dataPath("models/acts.json"), "utf8")
  const changed = (change: (weights: Record<string, unknown>) => void) => {
    const weights = JSON.parse(json) as Record<string, unknown>
    change(weights)
    return JSON.stringify(weights)
  }

  test("hold a row for each act and a vector for each word", () => {
    const { acts, words, vectors } = loadActWeights()
    assert.equal(acts.rows, ACTS.length)
    assert.equal(vectors.rows, words.size)
    assert.ok(vectors.values.every(Number.isFinite))
  })

  test("are refused when a matrix is lacking, cut short, or of another size", () => {
    assert.throws(
      () => parseActWeights(changed((weights) => Reflect.deleteProperty(weights, "hidden"))),
      /"hidden" is not whole/,
    )
    assert.throws(
      () =>
        parseActWeights(
          changed((weights) => Object.assign(weights, { cue: { rows: 1, columns: 9, scales: [1], values: "AA==" } })),
        ),
      /"cue" is not whole/,
    )
    assert.throws(
      () => parseActWeights(changed((weights) => Object.assign(weights, { acts: weights.hidden }))),
      /"acts" does not fit/,
    )
  })

  test("are refused when a kind of word has no vector", () => {
    assert.throws(
      () => parseActWeights(changed((weights) => (weights.words as string[]).splice(2, 1, "something-else"))),
      /no <name> among the words/,
    )
  })
})
