import assert from "node:assert/strict"
import { test } from "vitest"
import { documentData } from "../../../src/web/answers.ts"
import { type Noted, readingOf } from "../../../src/web/reader/noted.ts"
import { quay } from "../articles.ts"
import { entryOf } from "../entries.ts"
import { filledLedger } from "../filled-ledger.ts"

const ledger = await filledLedger([quay])
const record = await ledger.document(entryOf(quay).document.id)
const { notes } = readingOf(documentData(record!))

const noteOn = (words: string): Noted => notes.find((note) => note.words === words)!
/** The facts of a note; one that is open stands in brackets. */
const told = (words: string) =>
  Object.fromEntries(noteOn(words).facts.map(({ name, value, open }) => [name, open ? `(${value})` : value]))

test("notes are numbered through, those of attributions as these are", () => {
  assert.deepEqual(
    notes.map(({ note }) => note),
    notes.map((_, i) => i + 1),
  )
  assert.equal(noteOn("he").note, 2)
  assert.equal(new Set(notes.map(({ id }) => id)).size, notes.length)
})

test("a source tells who speaks, as what, for whom, and how", () => {
  assert.deepEqual(told("Oru Vane, the harbour warden of Orlava,"), {
    ...{ speaker: "Oru Vane", kind: "person", role: "harbour warden", "on behalf of": "Orlava Harbour Board" },
    ...{ act: "assert", words: "indirect speech", shown: "high confidence, 97 %" },
  })
  const { speaker } = told("They")
  assert.equal(speaker, "(not resolved)")
  assert.equal(noteOn("They").unresolved, true)
})

test("a figure tells its interval, measure, of whom, status, period, as of and whose it is", () => {
  assert.deepEqual(told("more than 70"), {
    ...{ reads: "71 or more killed", interval: "71 and up", measure: "killed", "of whom": "raiders" },
    ...{ status: "combatant", period: "this event", "as of": "“on Tuesday”, 4 March 2031", said: "4 March 2031" },
    "claimed by": "Oru Vane (1)",
  })
})

test("a part of a figure leads to the whole, and what is not said is told so", () => {
  const part = noteOn("two").facts.find(({ name }) => name === "part of")
  assert.deepEqual(part, {
    ...{ name: "part of", value: "“more than 70”: 71 or more killed", href: `#in-${noteOn("more than 70").id}` },
  })
  assert.equal(told("two").period, "(not said)")
})

test("a time and a place tell what they mean, or that it is not known, and why", () => {
  assert.deepEqual(told("on Tuesday"), {
    ...{ means: "4 March 2031", value: "2031-03-04", precision: "day", because: "a day of the week" },
  })
  assert.deepEqual(told("the old fair’s eve"), { means: "(not resolved)", because: "no feast of the table" })
  assert.deepEqual(told("Orlava"), {
    ...{ "taken for": "Orlava", country: "Norway", precision: "a city", point: "59.100, 10.200", because: "invented" },
  })
  assert.equal(told("Brask")["taken for"], "(not resolved)")
  assert.deepEqual(
    notes.filter(({ unresolved }) => unresolved).map(({ words }) => words),
    ["They", "the old fair’s eve", "Brask", "pictures of the harbour"],
  )
})

test("evidence tells its kind, who checked it and how, what was found, and which claim it speaks to", () => {
  assert.deepEqual(told("A clip filmed from the mole"), {
    ...{ kind: "video", checker: "the Tarn Group", method: "compared it with other material", finding: "only smoke" },
    contradicts: "Tarn Group (4)",
  })
  assert.equal(told("pictures of the harbour")["leaves open"], "no claim of the text")
})
