import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { loadClaimWords } from "../../../src/lexicon/claim-words.ts"
import { findClaims } from "../../../src/reconcile/claims/find-claims.ts"
import { findKeywords } from "../../../src/reconcile/claims/keywords.ts"
import type { StatedText } from "../../../src/reconcile/claims/statement.ts"
import { stem } from "../../../src/reconcile/claims/stem.ts"

const words = loadClaimWords()

/** A text of one sentence a line. */
function stated(text: string, printed = 1): StatedText {
  const sentences = Array.from(text.matchAll(/\S[^\n]*/g), ({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }))
  return { text, sentences, printed }
}

const keysOf = (text: string) => findKeywords(text, { start: 0, end: text.length }, words).map(({ key }) => key)

describe("words that tell statements apart", () => {
  test("are one in singular and plural, present and past", () => {
    assert.equal(stem("cables"), stem("cable"))
    assert.equal(stem("stopped"), stem("stops"))
    assert.equal(stem("charging"), stem("charged"))
    assert.deepEqual(keysOf("The ferries sank"), keysOf("a ferry has sunk"))
  })

  test("have numbers in digits, whichever way they are written", () => {
    assert.deepEqual(keysOf("sixty-five, twelve thousand, 2,000 and 3.5"), ["65", "12000", "2000", "3.5"])
    assert.deepEqual(keysOf("two or three"), ["2", "3"])
  })
})

describe("claims of several documents", () => {
  const WIRE = stated("Seven lanterns exploded in Tolvey harbour.\nThe mayor thanked the gardeners of Merrisk.")
  const ECHO = stated("Rain is forecast for the weekend.\nIn Tolvey harbour, seven lanterns have exploded.")
  const MOOR = stated("Sheep prices doubled on the moor.\nA choir sang in the chapel.")

  test("are found by the words that their statements share", () => {
    const claims = findClaims([WIRE, ECHO, MOOR], words)
    assert.equal(claims.length, 1)
    assert.deepEqual(
      claims[0]!.carriers.map(({ statement }) => statement.text),
      [0, 1],
    )
    assert.ok(claims[0]!.core.includes("7") && claims[0]!.core.includes("lantern"))
  })

  test("are the same claims whatever the order of the documents", () => {
    const cores = (texts: readonly StatedText[]) => findClaims(texts, words).map(({ core }) => core.join(" "))
    assert.deepEqual(cores([WIRE, ECHO, MOOR]), cores([MOOR, ECHO, WIRE]))
  })

  test("are none in one document, in empty ones, and where nothing is said twice", () => {
    assert.deepEqual(findClaims([WIRE], words), [])
    assert.deepEqual(findClaims([stated(""), stated("\n \n")], words), [])
    assert.deepEqual(findClaims([WIRE, MOOR], words), [])
  })

  test("are found in a text that several documents print letter for letter", () => {
    const claims = findClaims([{ ...WIRE, printed: 1000 }], words)
    assert.ok(claims.some(({ core, documents }) => core.includes("lantern") && documents === 1000))
  })

  test("come out of any text without an error", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 4 }), (texts) => {
        for (const { carriers } of findClaims(
          texts.map((text) => stated(text)),
          words,
        ))
          assert.ok(carriers.length > 0)
      }),
      { numRuns: 60 },
    )
  })
})
