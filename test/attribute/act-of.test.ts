import assert from "node:assert/strict"
import { describe, test } from "vitest"
import { actOf } from "../../src/attribute/act-of.ts"
import { ACTS, type Act } from "../../src/model/attribution.ts"

const scores = (given: Partial<Record<Act, number>>) => ACTS.map((act) => given[act] ?? -5)

describe("the act of an attribution", () => {
  test("is what the model scores highest where the cue is not listed", () => {
    assert.equal(actOf({ scores: scores({ accuse: 2, assert: 1 }), listed: null, weight: 3 }), "accuse")
  })

  test("leans to what the list gives the cue, by the weight of the list", () => {
    const listed = { cue: "say", act: "assert", negated: false } as const
    const evidence = { scores: scores({ accuse: 2, assert: 1 }), listed }
    assert.equal(actOf({ ...evidence, weight: 0.5 }), "accuse")
    assert.equal(actOf({ ...evidence, weight: 1.5 }), "assert")
  })

  test("is the list's alone where a negation turns the cue round", () => {
    const listed = { cue: "not deny", act: "decline", negated: true } as const
    assert.equal(actOf({ scores: scores({ deny: 9 }), listed, weight: 1 }), "decline")
  })

  test("without a head for acts is the list's, and else assert", () => {
    assert.equal(actOf({ scores: null, listed: { cue: "vow", act: "promise", negated: false }, weight: 1 }), "promise")
    assert.equal(actOf({ scores: null, listed: null, weight: 1 }), "assert")
  })
})
