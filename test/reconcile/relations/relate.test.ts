import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { loadRelations } from "../../../src/lexicon/relations.ts"
import type { Measure } from "../../../src/model/figure.ts"
import { VERDICTS } from "../../../src/model/relation.ts"
import { relate } from "../../../src/reconcile/relations/relate.ts"
import { claim, quantity } from "./claims.ts"

const lexicon = loadRelations()

function killed(marked: string, words: string, bounds: { low: number | null; high: number | null }, claimant: string) {
  const figures = [quantity(marked, words, { measure: "killed", unit: "people", of: "people", ...bounds })]
  return claim(marked, { claimant, figures, published: "2031-04-02" })
}

const more = killed(
  "The ministry said {more than 70 were killed}.",
  "more than 70",
  { low: 71, high: null },
  "The ministry",
)

test("a toll that cannot be beside another claimant's is disputed, and the reason names both", () => {
  const none = "{Not one man was killed}, the rebels' spokesman said, denying it."
  const other = killed(none, "Not one", { low: 0, high: 0 }, "the rebels' spokesman")
  const { verdict, why } = relate(more, other, lexicon)
  assert.equal(verdict, "disputes")
  assert.match(why, /killed 71\+ against killed 0/)
  assert.match(why, /same day/)
})

test("figures of two measures are not comparable, whoever gives them, unless one is named loosely", () => {
  const left = "The harbour office said {12 or more stokers were killed in the fire at Osk pier}."
  const right = "{3 stokers were arrested after the fire at Osk pier}, the watch said."
  const twelve = killed(left, "12 or more", { low: 12, high: null }, "The harbour office")
  const of = (measure: Measure) => {
    const figures = [quantity(right, "3", { measure, unit: "people", of: "people", low: 3, high: 3 })]
    return relate(twelve, claim(right, { claimant: "the watch", figures, published: "2031-04-03" }), lexicon)
  }
  for (const measure of ["arrested", "wounded", "missing", "rescued"] as const) {
    const { verdict, why } = of(measure)
    assert.equal(verdict, "not-comparable", measure)
    assert.ok(why.includes(`killed 12+ and ${measure} 3 are of two measures`), why)
  }
  assert.doesNotMatch(of("casualties").why, /two measures/)
})

test("a denial disputes whatever its figures measure", () => {
  const left = killed(
    "The office said {12 stokers were killed in the fire}.",
    "12",
    { low: 12, high: 12 },
    "The office",
  )
  const marked = "The watch {denied that 3 stokers were hurt in the fire}."
  const figures = [quantity(marked, "3", { measure: "wounded", unit: "people", low: 3, high: 3 })]
  assert.doesNotMatch(
    relate(left, claim(marked, { claimant: "The watch", act: "deny", figures }), lexicon).why,
    /two measures/,
  )
})

test("a claimant that is printed as a pronoun is not named by it", () => {
  const said = killed("They, {who said 5 were killed}.", "5", { low: 5, high: 5 }, "who")
  assert.match(relate(more, said, lexicon).why, /^The ministry against somebody \(“who”\)|same claimant \(The ministry; somebody \(“who”\)\)/) // biome-ignore format: one line
})

test("the same toll from the same claimant is repeated", () => {
  const again = killed(
    "{More than 70 were killed}, the ministry said.",
    "More than 70",
    { low: 71, high: null },
    "the ministry",
  )
  const { verdict, why, score } = relate(more, again, lexicon)
  assert.equal(verdict, "repeats")
  assert.match(why, /same claimant/)
  assert.ok(score > 0.3 && score <= 1)
})

test("another toll from the same claimant, with words of correction, revises", () => {
  const now = "The ministry corrected itself: {55 were killed}, it now says."
  const later = { ...killed(now, "55", { low: 55, high: 55 }, "The ministry"), published: "2031-04-05" }
  assert.equal(relate(more, later, lexicon).verdict, "revises")
})

const HESK = "more than 70 raiders were killed at Hesk bridge"

test("a denial of the same words disputes another claimant's statement, whether or not the claim holds the denying words", () => {
  const left = killed(`The ministry said {${HESK}}.`, "more than 70", { low: 71, high: null }, "The ministry")
  for (const marked of [`Osmer denied that {${HESK}}.`, `Osmer {denied that ${HESK}}.`]) {
    const right = { ...killed(marked, "more than 70", { low: 71, high: null }, "Osmer"), act: "deny" as const }
    assert.equal(relate(left, right, lexicon).verdict, "disputes")
  }
})

test("two tolls of one event in the same words clash between two claimants, days apart too", () => {
  const left = killed(`The ministry said {${HESK}}.`, "more than 70", { low: 71, high: null }, "The ministry")
  const marked = "Ilse Paderov, a nurse, said {seven raiders were killed at Hesk bridge}."
  const right = { ...killed(marked, "seven", { low: 7, high: 7 }, "Ilse Paderov, a nurse"), published: "2031-04-04" }
  assert.equal(relate(left, right, lexicon).verdict, "disputes")
})

test("a bound that is lost on the way is no other toll, and the reason shows the drift", () => {
  const left = killed(`The ministry said {${HESK}}.`, "more than 70", { low: 71, high: null }, "The ministry")
  const marked = "The ministry said {70 raiders were killed at Hesk bridge}."
  const { verdict, why } = relate(left, killed(marked, "70", { low: 70, high: 70 }, "The ministry"), lexicon)
  assert.equal(verdict, "repeats")
  assert.match(why, /"more than 70" has become "70"/)
})

test("the same words handed to another claimant are told as such", () => {
  const left = killed(`The ministry said {${HESK}}.`, "more than 70", { low: 71, high: null }, "The ministry")
  const right = killed(`Osmer said {${HESK}}.`, "more than 70", { low: 71, high: null }, "Osmer")
  assert.match(relate(left, right, lexicon).why, /said by The ministry, printed as said by Osmer/)
})

test("a promise and a later deed are not comparable", () => {
  const plan = claim("The mayor {promised to open the bridge}.", {
    claimant: "The mayor",
    act: "promise",
    published: "2031-01-02",
  })
  const deed = claim("{The first lorries crossed the bridge}, drivers said.", {
    claimant: "drivers",
    published: "2031-03-09",
  })
  assert.equal(relate(plan, deed, lexicon).verdict, "not-comparable")
})

test("nothing throws on any claim, and the verdict is one of those that there are", () => {
  const anyClaim = fc
    .record({
      text: fc.string({ unit: "binary", maxLength: 80 }),
      start: fc.nat(80),
      length: fc.nat(80),
      claimant: fc.option(fc.string({ unit: "binary", maxLength: 20 })),
      published: fc.option(fc.constantFrom("2031-04-02", "2031", "no date")),
      low: fc.option(fc.double()),
      high: fc.option(fc.double()),
    })
    .map(({ text, start, length, claimant, published, low, high }) => {
      const from = Math.min(start, text.length)
      const focus = { start: from, end: Math.min(text.length, from + length) }
      const figure = { ...focus, measure: "killed", low, high, about: false, unit: null, of: null } as const
      return { text, focus, claimant, published, publisher: null, act: null, figures: [figure] }
    })
  fc.assert(
    fc.property(anyClaim, anyClaim, (left, right) => {
      const { verdict, score, why } = relate(left, right, lexicon)
      assert.ok(VERDICTS.includes(verdict))
      assert.ok(score > 0 && score <= 1)
      assert.notEqual(why, "")
    }),
    { numRuns: 200 },
  )
})
