import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { analyse } from "../../src/analyse/analyse.ts"
import { loadAbbreviations } from "../../src/lexicon/abbreviations.ts"
import { loadEvidence } from "../../src/lexicon/evidence.ts"
import type { Encoding } from "../../src/model/encoding.ts"
import type { Evidence } from "../../src/model/evidence.ts"
import { type Span, spanText } from "../../src/model/span.ts"
import { findEvidence } from "../../src/substantiate/find-evidence.ts"

const lexicon = loadEvidence()
const abbreviations = loadAbbreviations()
const NOTHING = { words: [], names: null } as unknown as Encoding

const found = (value: string): Evidence[] =>
  findEvidence(analyse({ id: "t", value }, NOTHING, abbreviations), [], lexicon)
const words = (value: string, span: Span | null) => span && spanText(value, span)

test("reads a document that shows something as evidence for it", () => {
  const text = "The mayor paid for the bridge twice, court documents obtained by the Westport Courier show."
  const record = found(text).find(({ kind }) => kind === "document")!
  assert.equal(words(text, record.item), "court documents")
  assert.equal(words(text, record.checker), "Westport Courier")
  assert.equal(record.method, "obtained")
  assert.equal(record.stance, "for")
})

test("names the analyst of an analysis and its finding", () => {
  const text = "Rents rose faster than wages in most districts, according to a Courier analysis of housing records."
  const [record, ...others] = found(text)
  assert.deepEqual(others, [])
  assert.equal(record!.kind, "analysis")
  assert.equal(words(text, record!.checker), "Courier")
  assert.match(words(text, record!.finding)!, /^Rents rose/)
})

test("what could not be verified is an open record of the thing that was to be verified", () => {
  const text = "Halvard News could not independently verify the footage."
  const [record] = found(text)
  assert.equal(words(text, record!.item), "footage")
  assert.deepEqual([record!.kind, record!.method, record!.stance], ["video", "unverified", "open"])
  assert.equal(words(text, record!.checker), "Halvard News")
})

test("a passive check names its thing before the verb", () => {
  const text = "The figures could not be independently verified."
  const [record] = found(text)
  assert.equal(words(text, record!.item), "figures")
  assert.equal(record!.checker, null)
  assert.equal(record!.method, "unverified")
})

test("a statement that was verified is no failed check", () => {
  const text = "Halvard News independently verified the footage."
  assert.ok(found(text).every(({ method }) => method !== "unverified"))
})

test("a person's bare word, and a video that only illustrates, are no evidence", () => {
  assert.deepEqual(found("Ines Roe said she was glad to be home."), [])
  assert.deepEqual(found("Watch the video below."), [])
  assert.deepEqual(found(""), [])
})

test("does not throw on any text, and every span lies in it", () => {
  const bits = fc.constantFrom(
    "video",
    "could not be verified",
    "by",
    "of",
    "'s",
    "’s",
    "according to",
    "Reuters",
    ".",
    "\n",
    "shows",
    "“",
    "\u0000",
    "🙂",
    " ",
  )
  const units = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
    .map((codes) => String.fromCharCode(...codes))
  const text = fc.oneof(
    units,
    fc.array(bits, { maxLength: 30 }).map((some) => some.join(" ")),
  )
  fc.assert(
    fc.property(text, (value) => {
      for (const { item, checker, finding } of found(value))
        for (const span of [item, checker, finding])
          if (span) assert.ok(0 <= span.start && span.start < span.end && span.end <= value.length)
    }),
  )
})

test("a recording made elsewhere speaks against what it is shown as", () => {
  const text = "But the video was filmed 8 km away from the bridge, according to the Westport Courier."
  const record = found(text).find(({ kind }) => kind === "video")!
  assert.equal(record.stance, "against")
})

for (const said of [
  "Footage that the Westport Courier obtained was filmed at another factory.",
  "A video shared by the ministry was actually filmed in another town, the Westport Courier found.",
  "Video obtained by the Westport Courier was recorded years earlier.",
  "Photos obtained by the Westport Courier were taken two years before the fire.",
  "Footage obtained by the Westport Courier is of a different bridge.",
  "The Westport Courier said that its analysis of the clip showed that it had been filmed in another town.",
]) {
  test(`speaks against what it is shown as: ${said}`, () => {
    const stances = found(said).map(({ stance }) => stance)
    assert.ok(stances.length > 0)
    assert.ok(stances.every((stance) => stance === "against"))
  })
}

for (const said of [
  "Video obtained by the Westport Courier was filmed from another angle and shows the barge sinking.",
  "Video obtained by the Westport Courier was filmed at the factory and shows the fire.",
  "Video filmed in another ward and obtained by the Westport Courier shows nurses at work.",
]) {
  test(`speaks for what it shows: ${said}`, () => {
    assert.deepEqual(
      found(said).flatMap(({ kind, stance }) => (kind === "video" ? [stance] : [])),
      ["for"],
    )
  })
}

test("a person who is called a figure is no data", () => {
  const text = "A senior figure in the harbour union shows no sign of leaving, according to the Westport Courier."
  assert.ok(found(text).every(({ kind }) => kind !== "data"))
})
