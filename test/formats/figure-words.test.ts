import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { figureWords, type ToldFigure } from "../../src/formats/figure-words.ts"
import { MEASURES } from "../../src/model/figure.ts"

const told = (parts: Partial<ToldFigure>): string =>
  figureWords({ measure: "killed", low: null, high: null, about: false, unit: "people", of: null, ...parts })

test("bounds are told as they were read, an open end too", () => {
  assert.equal(told({ low: 71 }), "71 or more killed")
  assert.equal(told({ low: 3, high: 3 }), "3 killed")
  assert.equal(told({ low: 15_000, high: 16_000, measure: "wounded" }), "15,000 to 16,000 wounded")
  assert.equal(told({ high: 20, measure: "missing" }), "up to 20 missing")
  assert.equal(told({ low: 1, high: 1, measure: "casualties" }), "1 casualty")
  assert.equal(told({}), "an unstated number killed")
})

test("what is approximate says so", () => {
  assert.equal(told({ low: 70, high: 70, about: true }), "about 70 killed")
  assert.equal(told({ high: 70, about: true }), "up to about 70 killed")
})

test("none is no figure but a word, where people or things are counted", () => {
  assert.equal(told({ low: 0, high: 0, measure: "casualties" }), "no casualties")
  assert.equal(told({ low: 0, high: 0 }), "none killed")
  assert.equal(told({ low: 0, high: 0, measure: "destroyed", unit: null, of: "boats" }), "no boats destroyed")
  assert.equal(told({ low: 0, high: 0, measure: "distance", unit: "km" }), "0 km")
})

test("a measured amount has its unit", () => {
  assert.equal(told({ low: 5, high: 5, measure: "distance", unit: "km", of: "km" }), "5 km")
  assert.equal(told({ low: 3e9, high: 3e9, measure: "money", unit: "dollars" }), "3 billion dollars")
  assert.equal(told({ low: 6.1, high: 6.1, measure: "magnitude", unit: null }), "magnitude 6.1")
})

test("things that are counted are named, unless that takes many words", () => {
  assert.equal(told({ low: 5, high: 5, measure: "destroyed", unit: null, of: "boats" }), "5 boats destroyed")
  assert.equal(told({ low: 2, high: 2, measure: "count", unit: null, of: "videos" }), "2 videos")
  assert.equal(told({ low: 5, high: 5, measure: "damaged", unit: null, of: "houses by the old mill" }), "5 damaged")
})

test("every figure has words, without an open end told as a number", () => {
  const bound = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }))
  const figure = fc.record({
    ...{ measure: fc.constantFrom(...MEASURES), low: bound, high: bound, about: fc.boolean() },
    ...{ unit: fc.option(fc.string()), of: fc.option(fc.string()) },
  })
  fc.assert(
    fc.property(figure, (one) => {
      const words = figureWords({ ...one, unit: null, of: null })
      assert.ok(words.length > 0)
      assert.doesNotMatch(words, /null|undefined|NaN/)
      figureWords(one)
    }),
  )
})
