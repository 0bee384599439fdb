import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { sentenceCase } from "../../src/encode/sentence-case.ts"

describe("a text in small letters", () => {
  test("gets capitals where sentences, paragraphs and quotations begin", () => {
    assert.equal(
      sentenceCase("the ferry is late. “why,” asked oru vane: “it rained.”\n\nthen i left."),
      "The ferry is late. “Why,” asked oru vane: “It rained.”\n\nThen I left.",
    )
  })

  test("keeps small what stands after a stop within a number or a web address", () => {
    assert.equal(sentenceCase("see harbour.example at 5.30 pm"), "See harbour.example at 5.30 pm")
  })

  test("keeps a letter whose capital is another letter's too", () =>
    assert.equal(sentenceCase("\u1c80ода"), "\u1c80ода"))

  test("is as long as before, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        assert.equal(sentenceCase(text).length, text.length)
        assert.equal(sentenceCase(text).toLowerCase(), text.toLowerCase())
      }),
    )
  })

  test("is done with in a moment when it is all white space or all quotation marks", () => {
    for (const sign of [" ", "\n", "“", "'", ". "])
      assert.equal(sentenceCase(sign.repeat(50_000)).length, sign.length * 50_000)
  })
})

test("a text with a capital is left alone", () => {
  assert.equal(
    sentenceCase("the ferry is late. Oru Vane left. then it rained."),
    "the ferry is late. Oru Vane left. then it rained.",
  )
})
