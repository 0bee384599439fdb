import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { ROLES } from "../../../eval/attribution/role.ts"
import { quotationMarks } from "../../../eval/peers/quotation-marks.ts"

/** Source, cue and content of each attribution, as words. */
const found = (text: string) =>
  quotationMarks(text).map((prediction) => ROLES.map((role) => prediction[role].map((span) => span.text)))

test("takes the verb of saying nearest to a quotation and the name beside it", () => {
  assert.deepEqual(found("Mayor Odile Karr waited.\n“We knew,” said Ivo Prandt, “for a year.” Odile Karr left."), [
    [["Ivo Prandt"], ["said"], ["“We knew,”", "“for a year.”"]],
  ])
})

test("looks for the source after “according to”, and takes a pronoun too", () => {
  assert.deepEqual(found('Abe Roe left “in tears,” according to Lu Marr.\nLater she added: "No."'), [
    [["Lu Marr"], ["according to"], ["“in tears,”"]],
    [["she"], ["added"], ['"No."']],
  ])
})

test("a quotation without a verb of saying in its paragraph has neither cue nor source", () => {
  assert.deepEqual(found("Roe said so.\nThe “old” and the “new” mill"), [
    [[], [], ["“old”"]],
    [[], [], ["“new”"]],
  ])
})

test("a quotation that is not closed ends with its paragraph", () => {
  assert.deepEqual(found("Roe said: “no end\nnext"), [[["Roe"], ["said"], ["“no end"]]])
})

test("spans are the text's own, whatever the text", () => {
  const texts = fc
    .array(fc.constantFrom("“", "”", '"', "''", "\n", "said ", "😀", "Roe ", "x", "according to "))
    .map((list) => list.join(""))
  fc.assert(
    fc.property(texts, (text) => {
      const spans = quotationMarks(text).flatMap((prediction) => ROLES.flatMap((role) => prediction[role]))
      assert.deepEqual(
        spans.map((span) => text.slice(span.start, span.end)),
        spans.map((span) => span.text),
      )
    }),
  )
})
