import assert from "node:assert/strict"
import { test } from "vitest"
import { loadClaimWords } from "../../../src/lexicon/claim-words.ts"
import type { Figure } from "../../../src/model/figure.ts"
import { judgeSays, type Said } from "../../../src/reconcile/claims/judge-says.ts"

const { negations } = loadClaimWords()

/** A statement whose words in `core` make it the claim; `low` is the figure that its number stands for. */
function said(text: string, core: readonly string[], low: number | null = null): Said {
  const words = core.map((word) => {
    const start = text.indexOf(word)
    return { start, end: start + word.length, number: /\d/.test(word) }
  })
  const number = /\d+/.exec(text)
  const figure = number && {
    start: number.index,
    end: number.index + number[0].length,
    measure: "killed",
    unit: "people",
    low,
    high: low,
  }
  return { text, span: { start: 0, end: text.length }, words, figures: figure ? [figure as Figure] : [] }
}

test("a statement with another value of the same measure differs", () => {
  const carriers = [
    said("The blast killed 12 miners", ["killed", "12", "miners"], 12),
    said("12 miners were killed", ["killed", "12", "miners"], 12),
    said("The blast killed 19 miners", ["killed", "miners"], 19),
  ]
  assert.deepEqual(judgeSays(carriers, negations), ["yes", "yes", "differs"])
})

test("a statement that is turned into its opposite differs", () => {
  const carriers = [
    said("The bridge was closed", ["bridge", "closed"]),
    said("They closed the bridge", ["closed", "bridge"]),
    said("The bridge was not closed", ["bridge", "closed"]),
    said("The bridge wasn't closed", ["bridge", "closed"]),
    said("So the bridge is closed", ["bridge", "closed"]),
  ]
  assert.deepEqual(judgeSays(carriers, negations), ["yes", "yes", "differs", "differs", "yes"])
})

test("a statement without a figure differs in none", () => {
  const carriers = [said("12 miners were killed", ["12", "miners"], 12), said("Miners were killed", ["killed"])]
  assert.deepEqual(judgeSays(carriers, negations), ["yes", "yes"])
})
