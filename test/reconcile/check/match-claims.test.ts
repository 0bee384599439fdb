import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { matchClaims } from "../../../src/reconcile/check/match-claims.ts"

const CLAIMS = [
  "The harbour at Quillmouth will be closed to ferries in winter",
  "Bakers in Glasswick sold loaves with chalk in them",
  "The ferries of Quillmouth carry no lamps",
].map((text) => ({ text }))

test("the claim that says the same in other words and forms comes before those that share a name with it", () => {
  const [best, ...others] = matchClaims({ text: "Quillmouth: ferry harbour closing this winter" }, CLAIMS)
  assert.equal(best?.claim, 0)
  assert.deepEqual(
    others.map(({ claim }) => claim),
    [2],
  )
  assert.ok(best!.score > others[0]!.score)
})

test("a claim scores 1 against itself, and nothing is found without a word in common", () => {
  const found = matchClaims(CLAIMS[1]!, CLAIMS)
  assert.equal(found[0]?.claim, 1)
  assert.ok(found[0]!.score > 0.99)
  assert.deepEqual(matchClaims({ text: "zebra" }, CLAIMS), [])
  assert.deepEqual(matchClaims({ text: "" }, CLAIMS), [])
})

test("a mark in common counts where no word is shared", () => {
  const found = matchClaims({ text: "seventy dead", marks: ["killed"] }, [
    { text: "many lives lost", marks: ["killed"] },
  ])
  assert.equal(found.length, 1)
})

test("a tag counts as the words it is made of, though an address sticks to it", () => {
  const [best] = matchClaims({ text: "Look at this #FerryLampspic.twitter.com/aB3xYz" }, CLAIMS)
  assert.equal(best?.claim, 2)
})

test("every score lies between 0 and 1, whatever the characters", () => {
  const text = fc.string({ unit: "binary" })
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 5 }), (question, texts) => {
      const found = matchClaims(
        { text: question },
        texts.map((text) => ({ text })),
      )
      assert.ok(found.every(({ score }) => score >= 0 && score <= 1.0001))
    }),
    { numRuns: 50 },
  )
})
