import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { readNinjs } from "../../src/clean/ninjs.ts"

const BODY = "<p>The harbour office said the ferry had sunk &amp; gone.</p><p>Captain Ruda Meck denied it.</p>"
const TEXT = "The harbour office said the ferry had sunk & gone.\n\nCaptain Ruda Meck denied it."

const V2 = {
  uri: "urn:newsml:tidewire.example:20310312:77",
  type: "text",
  version: "2",
  versioncreated: "2031-03-12T08:10:00.000+01:00",
  pubstatus: "usable",
  language: "en-GB",
  headlines: [
    { role: "short", value: "Ferry" },
    { role: "main", value: "Ferry sinks off Quillmouth" },
  ],
  by: "By Ines Marlow and Tom Arden",
  infosources: [{ role: "cptr:1", name: "Tidewire" }],
  copyrightholder: "Tidewire plc",
  bodies: [
    { role: "plain", contenttype: "text/plain", value: "another form" },
    { role: "main", contenttype: "application/xhtml+xml", value: BODY },
  ],
}

test("reads ninjs 2: text, headline, authors, agency, date of the version, language, identity", () => {
  const { blocks, evidence, ...facts } = readNinjs(JSON.stringify(V2))!
  assert.deepEqual(blocks.map(({ start, end }) => TEXT.slice(start, end)).join("\n\n"), TEXT)
  assert.deepEqual([...new Set(evidence.map(({ from }) => from))], ["the item's own field"])
  assert.deepEqual(facts, {
    identity: V2.uri,
    url: null,
    text: TEXT,
    article: true,
    notArticle: null,
    title: "Ferry sinks off Quillmouth",
    publisher: "Tidewire",
    bylines: ["Ines Marlow", "Tom Arden"],
    published: { value: "2031-03-12T08:10:00+01:00", precision: "second" },
    language: "en",
    modified: null,
    removed: [],
  })
})

test("reads ninjs 3, which writes its names in mixed case, and ninjs 1, which has one of each", () => {
  const { versioncreated, pubstatus, bodies, by, ...rest } = V2
  const bodies3 = bodies.map(({ contenttype, ...body }) => ({ ...body, contentType: contenttype }))
  const v3 = { ...rest, by, versionCreated: versioncreated, pubStatus: pubstatus, bodies: bodies3 }
  assert.deepEqual(readNinjs(JSON.stringify(v3)), readNinjs(JSON.stringify(V2)))
  const { headlines, bodies: _, infosources, copyrightholder, ...shared } = V2
  const v1 = { ...shared, headline: headlines[1]!.value, byline: by, provider: "Tidewire", body_xhtml: BODY }
  assert.deepEqual(readNinjs(JSON.stringify(v1)), readNinjs(JSON.stringify(V2)))
})

test("takes the plain body where there is no other, without its headline", () => {
  const bodies = [{ contenttype: "text/plain", value: "Ferry sinks off Quillmouth\r\nIt sank at dawn." }]
  const item = readNinjs(JSON.stringify({ ...V2, bodies }))!
  assert.equal(item.text, "It sank at dawn.")
  assert.deepEqual(item.removed, [
    { text: "Ferry sinks off Quillmouth", reason: "repeated headline", score: null, at: 0 },
  ])
})

test("an identity that is an address is the document's address", () => {
  assert.equal(
    readNinjs(JSON.stringify({ ...V2, uri: "https://tidewire.example/77" }))!.url,
    "https://tidewire.example/77",
  )
})

test("a canceled or withheld item is no article any more, and its text is what its note says", () => {
  for (const pubstatus of ["canceled", "withheld", "Cancelled"]) {
    const item = readNinjs(JSON.stringify({ ...V2, pubstatus, ednote: "Kill: the captain was <b>not</b> named." }))!
    assert.deepEqual([item.article, item.notArticle], [false, "withdrawn by its agency"])
    assert.equal(item.text, "Kill: the captain was not named.")
    assert.deepEqual(item.removed, [{ text: TEXT, reason: "withdrawn by its agency", score: null, at: 0 }])
    assert.equal(item.identity, V2.uri)
  }
})

test("an item without text is no article", () => {
  const { bodies: _, ...picture } = { ...V2, type: "picture" }
  const item = readNinjs(JSON.stringify(picture))!
  assert.deepEqual([item.article, item.notArticle], [false, "there is no text in the item"])
})

test("other JSON is no news item", () => {
  for (const text of ["{}", "[]", "3", "{", '{"uri":"x"}', '{"headline":"x"}', '{"uri":7,"headline":"x"}'])
    assert.equal(readNinjs(text), null, text)
})

test("whatever stands in the fields, an item or nothing comes back", () => {
  const names = [
    "uri",
    "guid",
    "pubstatus",
    "headline",
    "headlines",
    "bodies",
    "by",
    "infosources",
    "body_xhtml",
    "ednote",
  ]
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (fields) => {
      const item = readNinjs(JSON.stringify({ uri: "urn:x", ...fields }))
      assert.ok(item === null || typeof item.text === "string")
    }),
    { numRuns: 300 },
  )
})
