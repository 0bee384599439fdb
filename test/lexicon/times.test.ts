import assert from "node:assert/strict"
import { test } from "vitest"
import { loadTimes } from "../../src/lexicon/times.ts"

test("words for times are in lower case, and holidays stand under their first word, the longest first", () => {
  const { words, holidays } = loadTimes()
  for (const word of words.keys()) assert.equal(word, word.trim().toLowerCase())
  assert.deepEqual(words.get("august"), { kind: "month", value: "8" })
  const lengths = holidays.get("christmas")!.map((holiday) => holiday.words.length)
  assert.deepEqual(lengths, [2, 2, 1])
})
