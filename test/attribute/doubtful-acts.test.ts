import assert from "node:assert/strict"
import { test } from "vitest"
import { doubtfulActs } from "../../src/attribute/doubtful-acts.ts"
import { loadActWeights } from "../../src/lexicon/act-weights.ts"
import { loadCues } from "../../src/lexicon/cues.ts"
import type { Attribution } from "../../src/model/attribution.ts"
import { toText } from "../../src/model/text.ts"

const lexicon = { cues: loadCues(), acts: loadActWeights() }

/** Whether the act of "source|cue|content" is doubtful. */
function isDoubtful(written: string): boolean {
  const [source = "", cue = "", content = ""] = written.split("|")
  const text = toText(`${source} ${cue} ${content}`)
  const start = source.length + 1
  const attribution: Attribution = {
    ...{ id: "one", source: { start: 0, end: source.length }, cue: { start, end: start + cue.length } },
    content: [{ start: start + cue.length + 1, end: text.value.length }],
    ...{ quotation: "indirect", act: "assert", within: null, speaker: null, onBehalfOf: null },
    ...{ confidence: 1, shown: true, because: [] },
  }
  return doubtfulActs(text, [attribution], lexicon).has("one")
}

test("what a plain cue says is sure, what an unlisted one does is doubtful", () => {
  assert.equal(isDoubtful("Oru Vane|denied|that the ferry had sunk"), false)
  assert.equal(isDoubtful("Oru Vane|slipped into|a sour dispute over what the quay will cost"), true)
})

test("a negated cue is the list's and a mark is no word: neither is doubtful", () => {
  assert.equal(isDoubtful("Oru Vane|did not deny|the council and its unbelievably bad plan"), false)
  assert.equal(isDoubtful("Oru Vane|:|the council and its unbelievably bad plan"), false)
})
