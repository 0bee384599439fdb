import assert from "node:assert/strict"
import { test } from "vitest"
import type { Attribution } from "../../../src/model/attribution.ts"
import { prepareClaim } from "../../../src/reconcile/relations/prepare-claim.ts"

const text = "Ilka Brand said Orim Vale had told her the dam was cracked. She denied the rest."
const span = (words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

function attribution(source: string, cue: string, content: string, parts: Partial<Attribution> = {}): Attribution {
  const spans = { source: span(source), cue: span(cue), content: [span(content)] }
  const rest = {
    quotation: "indirect",
    within: null,
    onBehalfOf: null,
    confidence: 0.9,
    shown: true,
    because: [],
  } as const
  return { id: content, act: "assert", speaker: null, ...spans, ...rest, ...parts }
}

const outer = attribution("Ilka Brand", "said", "Orim Vale had told her the dam was cracked")
const inner = attribution("Orim Vale", "told", "the dam was cracked")
const denial = attribution("She", "denied", "the rest", { act: "deny", speaker: "e-1" })
const brand = { id: "e-1", name: "Ilka Brand", kind: "person", roles: [], mentions: [span("Ilka Brand")] } as const
const read = {
  text,
  publisher: "Halm Courier",
  published: null,
  attributions: [outer, inner, denial],
  entities: [brand],
  figures: [],
}

test("the claimant is the source of the innermost attribution around the claim", () => {
  assert.equal(prepareClaim(read, span("the dam was cracked")).claimant, "Orim Vale")
})

test("one who speaks within the claim is not who makes it", () => {
  assert.equal(prepareClaim(read, span("Orim Vale had told her the dam was cracked")).claimant, "Ilka Brand")
})

test("a pronoun gives the one it stands for, and the act is that of the cue", () => {
  const { claimant, act } = prepareClaim(read, span("denied the rest"))
  assert.deepEqual({ claimant, act }, { claimant: "Ilka Brand", act: "deny" })
})

test("without an attribution the claim is the publisher's own", () => {
  const { claimant, act } = prepareClaim({ ...read, attributions: [] }, span("the dam was cracked"))
  assert.deepEqual({ claimant, act }, { claimant: null, act: null })
})
