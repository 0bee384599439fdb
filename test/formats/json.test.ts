import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import fc from "fast-check"
import { test } from "vitest"
import { toClaimJson } from "../../src/formats/claim-json.ts"
import { toDocumentJson, toTextJson } from "../../src/formats/json.ts"
import { toJsonLine } from "../../src/formats/json-line.ts"
import { inventedEntry } from "../invented-entry.ts"
import { findingsIn } from "../invented-findings.ts"

const entry = inventedEntry({
  text: "🚢 “It sank,” said Ms Ōe, “at dawn.” She was told so.",
  title: "Ferry",
  publisher: "Glasswick Echo",
  published: { value: "2031-03", precision: "month" },
  claims: [
    { source: "Ms Ōe", cue: "said", content: ["“It sank,”", "“at dawn.”"] },
    { source: null, cue: null, content: ["She was told so"], shown: false },
  ],
})

test("a document has the fields that other programs rely on, in their shape", () => {
  const { document, attributions, ...rest } = toDocumentJson(entry, "a.txt")
  const empty = { entities: [], figures: [], times: [], places: [], evidence: [] }
  assert.deepEqual(rest, { file: "a.txt", ref: null, article: true, ...empty })
  assert.deepEqual(document, {
    id: entry.document.id,
    url: null,
    title: "Ferry",
    publisher: "Glasswick Echo",
    bylines: [],
    published: { value: "2031-03", precision: "month" },
    modified: null,
    language: "en",
    text: entry.text.value,
    removed: [{ text: "Spread the word", reason: "sharing buttons", score: 0.02, at: 0 }],
    evidence: [],
  })
  assert.deepEqual(attributions[0], {
    id: entry.run!.attributions[0]!.id,
    source: { start: 19, end: 24, text: "Ms Ōe" },
    cue: { start: 14, end: 18, text: "said" },
    content: [
      { start: 3, end: 13, text: "“It sank,”" },
      { start: 26, end: 36, text: "“at dawn.”" },
    ],
    quotation: "indirect",
    act: "assert",
    within: null,
    speaker: null,
    onBehalfOf: null,
    confidence: 0.9512,
    shown: true,
    because: ["it was invented so"],
  })
})

test("nobody named and no cue are null, and what is doubtful is there", () => {
  const [, doubtful] = toDocumentJson(entry, "a.txt").attributions
  assert.deepEqual([doubtful?.source, doubtful?.cue, doubtful?.shown], [null, null, false])
})

test("spans count UTF-16 units: their own words stand at their offsets, also after an emoji", () => {
  const parsed = JSON.parse(toJsonLine(toDocumentJson(entry, "a.txt")))
  const units = Buffer.from(parsed.document.text, "utf16le")
  for (const { source, cue, content } of parsed.attributions) {
    for (const span of [source, cue, ...content].filter(Boolean)) {
      assert.equal(units.subarray(2 * span.start, 2 * span.end).toString("utf16le"), span.text)
    }
  }
})

test("what a text holds beside its claims has its words, and docs/commands.md names every field of it", () => {
  const find = findingsIn(entry.text.value)
  const speaker = find.entity(["Ms Ōe", "She"], { name: "Ōe", kind: "person", roles: ["pilot"] })
  const findings = {
    entities: [speaker],
    figures: [find.figure("so", { low: 1, asOf: find.spanOf("dawn"), confidence: 0.81236 })],
    times: [find.time("at dawn", null)],
    places: [find.place("🚢")],
    evidence: [find.evidence("told", { checker: find.spanOf("She"), finding: null })],
  }
  const json = toDocumentJson({ ...entry, run: { ...entry.run!, findings } }, "a.txt")
  assert.deepEqual(json.entities[0]?.mentions, [
    { start: 19, end: 24, text: "Ms Ōe" },
    { start: 37, end: 40, text: "She" },
  ])
  assert.deepEqual(
    [json.figures[0]?.text, json.figures[0]?.asOf?.text, json.figures[0]?.confidence],
    ["so", "dawn", 0.8124],
  )
  assert.deepEqual([json.times[0]?.text, json.places[0]?.text], ["at dawn", "🚢"])
  assert.deepEqual([json.evidence[0]?.item.text, json.evidence[0]?.checker?.text], ["told", "She"])
  const docs = readFileSync(new URL("../../docs/commands.md", import.meta.url), "utf8").split(
    "## The JSON of `read`",
  )[1]!
  for (const list of ["entities", "figures", "times", "places", "evidence"] as const) {
    const [, told] = new RegExp(`^ "${list}": \\[\\{([^}]*)\\}`, "m").exec(docs)!
    const named = [...told!.matchAll(/"(\w+)"/g)].map(([, name]) => name)
    assert.deepEqual(named.sort(), Object.keys(json[list][0]!).sort(), list)
  }
})

test("where nothing was attributed the list is empty", () => {
  assert.deepEqual(
    toDocumentJson(inventedEntry({ text: "Die Fähre sank.", language: "de" }), "de.txt").attributions,
    [],
  )
})

test("reading alone gives the same down to the document", () => {
  const { file, ref, article, document } = toDocumentJson(entry, "a.txt")
  assert.deepEqual(toTextJson(entry, "a.txt"), { file, ref, article, document })
})

test("a claim of the ledger is the attribution with the head of its document and whom its speaker stands for", () => {
  const [attribution] = entry.run!.attributions
  const document = { id: entry.document.id, url: null, title: "Ferry", publisher: null, published: null }
  const words = { sourceText: "Ms Ōe", cueText: "said", contentText: ["“It sank,”", "“at dawn.”"] }
  const quill = { name: "Ōe Quill", kind: "person", roles: ["pilot"] } as const
  const resolved = { ...attribution!, speaker: "e-1" }
  const claim = toClaimJson({ attribution: resolved, document, speaker: quill, onBehalfOf: null, ...words })
  const printed = toDocumentJson(entry, "a.txt").attributions[0]
  assert.deepEqual(claim, { ...printed, speaker: "e-1", document, entities: [{ id: "e-1", ...quill }] })
})

test("a line of JSON is one line without control characters, and gives every string back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const line = toJsonLine({ text })
      assert.doesNotMatch(line.slice(0, -1), /\p{Cc}/u)
      assert.equal(line.at(-1), "\n")
      assert.deepEqual(JSON.parse(line), { text })
    }),
  )
})
