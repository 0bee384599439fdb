import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { openWordNumbers } from "../../../src/reconcile/stories/numbered-words.ts"
import { PAIR_FEATURES, pairFeatures } from "../../../src/reconcile/stories/pair-features.ts"
import { openScoreBound } from "../../../src/reconcile/stories/score-bound.ts"
import { cosine, type StoryVectors, storyVectors } from "../../../src/reconcile/stories/story-vectors.ts"
import { storyWords } from "../../../src/reconcile/stories/story-words.ts"

const numbers = openWordNumbers({ articles: 100, of: new Map() })

function vectorsOf(words: readonly number[]): StoryVectors {
  const printed = words.map((word) => `${word % 3 === 0 ? "N" : "n"}ame${word}`)
  const numbered = numbers.number(storyWords({ title: printed.slice(0, 4).join(" "), body: printed.join(" ") }))
  return storyVectors(numbered, { rarity: (word) => 1 + (word % 5), wordOf: numbers.wordOf })
}

const weight = fc.double({ min: -10, max: 10, noNaN: true })
const words = fc.array(fc.nat(40), { minLength: 1, maxLength: 50 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

test("passes over no pair whose score reaches the least, and passes over some", () => {
  let passed = 0
  fc.assert(
    fc.property(
      fc.array(weight, { minLength: PAIR_FEATURES.length + 1, maxLength: PAIR_FEATURES.length + 1 }),
      words,
      words,
      fc.array(share, { minLength: 6, maxLength: 6 }),
      weight,
      (drawn, left, right, contrasts, least) => {
        const weights = new Map(["constant", ...PAIR_FEATURES].map((name, at) => [name, drawn[at]!]))
        const [a, b] = [vectorsOf(left), vectorsOf(right)]
        const known = { likeness: cosine(a.body, b.body), contrasts }
        const score = pairFeatures(a, b, known).reduce((sum, value, at) => sum + value * drawn[at + 1]!, drawn[0]!)
        if (!openScoreBound(weights, least)(a, b, known)) return
        passed++
        assert.ok(score < least, `${score} reaches ${least}`)
      },
    ),
    { numRuns: 300 },
  )
  assert.ok(passed > 20, `${passed} passed over`)
})
