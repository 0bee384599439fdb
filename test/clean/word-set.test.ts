import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { WordSet } from "../../src/clean/word-set.ts"

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

test("counts the share of a line's words that the headline has", () => {
  const words = new WordSet("the ferry stays: 40 wait at varn")
  assert.equal(words.share("ferry – a boat, 40"), 2 / 4)
  assert.equal(words.share("– … –"), 0)
  assert.equal(new WordSet("").share("ferry"), 0)
  assert.equal(new WordSet("čluny stojí").share("stojí – a tři čluny"), 2 / 4)
})

test("finds the words that Unicode's tables find, in any text", () => {
  const text = fc.string({ unit: "binary", maxLength: 20 }).map((one) => one.toLowerCase())
  fc.assert(
    fc.property(text, text, (title, line) => {
      const known = new Set(wordsOf(title))
      const words = wordsOf(line)
      const expected = words.length === 0 ? 0 : words.filter((word) => known.has(word)).length / words.length
      assert.equal(new WordSet(title).share(line), expected)
    }),
  )
})
