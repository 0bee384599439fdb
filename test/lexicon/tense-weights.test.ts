import assert from "node:assert/strict"
import { test } from "vitest"
import { loadTenseWeights, parseTenseWeights } from "../../src/lexicon/tense-weights.ts"

test("the weights that are shipped hold words and a margin above nought", () => {
  const { margin, weights } = loadTenseWeights()
  assert.ok(margin > 0 && weights.size > 100)
})

test("names the feature whose weight is no number", () => {
  assert.throws(() => parseTenseWeights('{"bias":0,"margin":1,"weights":{"after will":"much"}}'), /after will/)
  assert.throws(() => parseTenseWeights('{"margin":1,"weights":{}}'), /bias/)
})
