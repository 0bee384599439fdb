import assert from "node:assert/strict"
import { test } from "vitest"
import { loadRelations } from "../../../src/lexicon/relations.ts"
import { readPolarity } from "../../../src/reconcile/relations/read-polarity.ts"
import { toWords } from "../../../src/reconcile/relations/words.ts"
import { claim } from "./claims.ts"

const lexicon = loadRelations()
function polarity(marked: string) {
  const { text, focus } = claim(marked)
  return readPolarity(text, toWords(text), focus, lexicon)
}

test("a rejection counts where it stands in the sentence of the claim, and not in another", () => {
  assert.equal(polarity("It is not true that {the dam broke}, Oss said.").rejects, true)
  assert.equal(polarity("{The dam broke}, Oss said. She denied the rest.").rejects, false)
})

test("negations count within the claim alone", () => {
  assert.equal(polarity("{The dam did not break}, Oss said.").negations, 1)
  assert.equal(polarity("Nobody asked, but {the dam broke}, Oss said.").negations, 0)
})

test("bounds and refusals hold negations that negate nothing", () => {
  assert.equal(polarity("{No more than nine men came}, Oss said.").negations, 0)
  assert.deepEqual(polarity("Oss {would not say whether the dam broke}."), { rejects: false, negations: 0 })
})
