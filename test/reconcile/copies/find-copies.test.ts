import assert from "node:assert/strict"
import { test } from "vitest"
import { readAgencies } from "../../../src/lexicon/agencies.ts"
import { readCredits } from "../../../src/lexicon/credits.ts"
import { type CopyDocument, findCopies } from "../../../src/reconcile/copies/find-copies.ts"

const TABLES = { credits: readCredits(), agencies: readAgencies() }

const toDocument = (text: string, id: string): CopyDocument => ({
  id,
  text,
  url: null,
  publisher: null,
  published: null,
})

const all = (documents: readonly CopyDocument[]) => [...findCopies(documents, TABLES)]

const sentence = (number: number): string =>
  `Clerk number ${number} wrote in ledger ${number * 7} that barge ${number * 3} left wharf ${number + 2} before nightfall.`

test("gives every pair of a thousand copies of one text once, compared once a document", () => {
  const documents = Array.from({ length: 1000 }, (_, i) => toDocument(sentence(1), `d-${i}`))
  const pairs = all(documents)
  assert.equal(pairs.length, (1000 * 999) / 2)
  assert.equal(new Set(pairs.map(({ left, right }) => left * 1000 + right)).size, pairs.length)
  assert.ok(pairs.every(({ left, right, reuse }) => left < right && reuse.containment.left === 1))
})

test("folded, a thousand copies of one text give a pair with the first each, and one with another text", () => {
  const copies = Array.from({ length: 1000 }, (_, i) => toDocument(sentence(1), `d-${i}`))
  const other = toDocument(`${sentence(1)} ${sentence(2)}`, "other")
  const pairs = [...findCopies([...copies, other], TABLES, { folded: true })]
  assert.deepEqual(
    pairs.map(({ left, right }) => [left, right]),
    Array.from({ length: 1000 }, (_, i) => [0, i + 1]),
  )
})

test("gives no pair for texts that share nothing, none for empty ones, and none of a document with itself", () => {
  assert.deepEqual(all([sentence(1), "", "", "The moor was quiet."].map((text, i) => toDocument(text, `d-${i}`))), [])
})

test("two versions of one document are versions", () => {
  const [pair] = all([toDocument(sentence(1), "d-1"), toDocument(`${sentence(1)} ${sentence(2)}`, "d-1")])
  assert.equal(pair?.version, true)
})

test("finds one shared sentence among hundreds of documents", () => {
  const words = (seed: number) =>
    Array.from({ length: 120 }, (_, i) => `w${(seed * 7919 + i * i * 31) % 9973}x${i % 7}`).join(" ")
  const documents = Array.from({ length: 300 }, (_, i) => toDocument(words(i), `d-${i}`))
  documents.push(toDocument(`${words(1001)} ${sentence(5)}`, "d-a"), toDocument(`${sentence(5)} ${words(2002)}`, "d-b"))
  const found = all(documents).filter(({ left }) => left >= 300)
  assert.deepEqual(
    found.map(({ left, right }) => [left, right]),
    [[300, 301]],
  )
})

test("finds a text again whose sentences were turned round and whose words were changed here and there", () => {
  const text = Array.from(
    { length: 12 },
    (_, i) =>
      `Warden Tam Orrin of Vaskmoor counted ${i + 3} sheep beside bridge ${i * 5} and walked home through Lower Esk without a lamp.`,
  )
  const other = [...text]
    .reverse()
    .join(" ")
    .replaceAll("counted", "numbered")
    .replaceAll("walked home", "went back")
    .replaceAll("without a", "with no")
  const [pair] = all([toDocument(text.join(" "), "d-1"), toDocument(other, "d-2")])
  assert.notEqual(pair?.reuse.derived ?? "none", "none")
})
