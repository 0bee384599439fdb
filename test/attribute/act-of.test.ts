import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { actOf } from "../../src/attribute/act-of.ts"
import { actsNotDone, listedCue } from "../../src/attribute/listed-cue.ts"
import { loadActWeights } from "../../src/lexicon/act-weights.ts"
import { loadCues } from "../../src/lexicon/cues.ts"
import { ACTS, type Act } from "../../src/model/attribution.ts"
import type { Span } from "../../src/model/span.ts"

const weights = loadActWeights()
const cues = loadCues()

/** The act of "Source <cue> content": the cue in angle brackets, the content after it. */
function actIn(marked: string): Act {
  const [source = "", cue = "", content = ""] = marked.split(/ ?[<>] ?/)
  const text = [source, cue, content].filter((part) => part !== "").join(" ")
  const spanOf = (part: string): Span => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
  const parts = { source: source === "" ? null : spanOf(source), cue: spanOf(cue), content: [spanOf(content)] }
  const reported = { text, ...parts }
  return actOf({ ...reported, listed: listedCue(reported, cues), notDone: actsNotDone(reported, cues) }, weights)
}

describe("the act of an attribution", () => {
  test("keeps apart what is denied, what is not denied, and what nobody will speak about", () => {
    assert.equal(actIn("The harbour master <denied> that the crane had been sold"), "deny")
    assert.equal(actIn("The harbour master <did not deny> that the crane had been sold"), "decline")
    assert.equal(actIn("The harbour master <refused to comment> on the sale of the crane"), "decline")
  })

  test("takes what was neither done nor left undone for neither", () => {
    for (const content of [
      "that the three had neither confirmed nor denied the sale",
      "it neither confirmed nor denied the report",
      "the guild could not confirm or deny that the crane was sold",
    ])
      assert.match(actIn(`Ms. Trondvik <said> ${content}`), /^(?:assert|decline)$/)
    assert.equal(actIn("Neither Ms. Trondvik nor the guild <confirmed> that the crane had been sold"), "decline")
  })

  test("follows the content where the cue is plain", () => {
    assert.equal(actIn("Ms. Trondvik <said> the ferry left the harbour at noon"), "assert")
    assert.equal(actIn("Ms. Trondvik <said> the council’s plan was a disgrace and a terrible mistake"), "criticise")
    assert.equal(actIn("Ms. Trondvik <said> that the council should repair the pier"), "urge")
  })

  test("follows a cue that names the act, whatever is said", () => {
    assert.equal(actIn("The guild <vowed> to rebuild the pier"), "promise")
    assert.equal(actIn("The guild <asked> whether the pier would be rebuilt"), "ask")
    assert.equal(actIn("The guild <warned> that the pier could fall into the sea"), "warn")
  })

  test("is told without a source", () => {
    assert.equal(actIn("<It is believed> that the pier is older than the town"), "believe")
  })

  test("is some act for any text and any spans of it", () => {
    const spanned = fc.string({ unit: "binary" }).chain((text) => {
      const span = fc
        .tuple(fc.nat(text.length), fc.nat(text.length))
        .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
      return fc.record({
        text: fc.constant(text),
        source: fc.option(span),
        cue: span,
        content: fc.array(span, { minLength: 1, maxLength: 3 }),
      })
    })
    fc.assert(
      fc.property(spanned, (reported) => {
        const act = actOf({ ...reported, listed: null }, weights)
        assert.ok(ACTS.includes(act))
      }),
      { numRuns: 30 },
    )
  })
})
