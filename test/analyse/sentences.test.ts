import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { toText } from "../../src/model/text.ts"
import { analysed } from "./analysed.ts"

const sentences = (value: string): string[] =>
  analysed(toText(value)).sentences.map(({ start, end }) => value.slice(start, end))

test("a full stop, a question mark and an ellipsis end a sentence, with the marks that close with them", () => {
  assert.deepEqual(sentences("“We left.” Nobody asked why? They had … gone… It rained."), [
    "“We left.”",
    "Nobody asked why?",
    "They had … gone…",
    "It rained.",
  ])
})

test("a title, an initial, a month and a figure end no sentence", () => {
  const whole = "On Sept. 3 Gov. J. R. Vane of the U.S. Army paid 3.5 million to Dr. Ost."
  assert.deepEqual(sentences(`${whole} He left.`), [whole, "He left."])
})

test("a sentence lies in one paragraph", () => {
  assert.deepEqual(sentences("A headline without a stop\n\nThe report. The rest"), [
    "A headline without a stop",
    "The report.",
    "The rest",
  ])
})

test("whatever the text, sentences are in order and hold every character that is not white space", () => {
  const bits = fc.constantFrom("Mr. ", "A.", " ", "\n", "“", "”", "b", "?!", "…", "3.5", "''", "(x).")
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 30 }), (parts) => {
      const value = parts.join("")
      assert.equal(sentences(value).join("").replace(/\s/g, ""), value.replace(/\s/g, ""))
    }),
  )
})
