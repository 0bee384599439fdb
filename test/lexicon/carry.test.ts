import assert from "node:assert/strict"
import { test } from "vitest"
import { loadCarry } from "../../src/lexicon/carry.ts"

test("the factors of the rules are shares, and the word lists hold lower-case words", () => {
  const { factors, headlineSources, noSpeakers } = loadCarry()
  for (const factor of factors.values()) assert.ok(0 < factor && factor <= 1)
  for (const word of [...headlineSources, ...noSpeakers]) assert.equal(word, word.trim().toLowerCase())
  assert.ok(headlineSources.has("police") && noSpeakers.has("update"))
})
