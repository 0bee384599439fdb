import assert from "node:assert/strict"
import { test } from "vitest"
import { tenseAt } from "../../src/date/tense.ts"
import { toTokens } from "../../src/date/tokens.ts"
import { loadTimes } from "../../src/lexicon/times.ts"

const lexicon = loadTimes()

/** The tense of the one weekday of a sentence. */
const tenseOf = (text: string, weights = lexicon.tense) => {
  const { list } = toTokens(text, lexicon)
  const at = list.findIndex(({ kind }) => kind === "weekday")
  return tenseAt(list, at, at + 1, weights)
}

test("tells past from coming by the words of the sentence", () => {
  assert.equal(tenseOf("The council met on Monday."), -1)
  assert.equal(tenseOf("The council will meet on Monday."), 1)
  assert.equal(tenseOf("The trial is set for Monday."), 1)
})

test("words of other sentences do not tell", () => {
  assert.equal(tenseOf("The council will meet. It was shut on Monday. It will open."), -1)
})

test("“as soon as” a day is to come, whatever the weights", () => {
  assert.equal(tenseOf("He left, and came as soon as Monday.", { bias: -9, margin: 0.5, weights: new Map() }), 1)
})

test("does not tell where the odds are near even", () => {
  assert.equal(tenseOf("Monday", { bias: 0.4, margin: 0.5, weights: new Map() }), 0)
})
