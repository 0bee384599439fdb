import assert from "node:assert/strict"
import { test } from "vitest"
import { classOf, loadEvidence } from "../../src/lexicon/evidence.ts"
import { CounterclaimError } from "../../src/model/error.ts"

test("nouns and words are in lower case, and weights are numbers", () => {
  const { items, words, functionWords, weights } = loadEvidence()
  for (const word of [...items.keys(), ...words.keys(), ...functionWords.keys()])
    assert.equal(word, word.trim().toLowerCase())
  for (const weight of [...Object.values(weights.record), ...Object.values(weights.against)])
    assert.ok(Number.isFinite(weight))
  assert.ok(0 < weights.keep && weights.keep < 1)
})

test("a class that does not exist is named with its row", () => {
  assert.throws(
    () => classOf({ cells: ["kettle", "crockery"], where: "data/en/evidence-items.tsv:3" }, ["video", "photo"]),
    (error) =>
      error instanceof CounterclaimError && error.code === "lexicon/unknown-class" && error.where.endsWith(":3"),
  )
})
