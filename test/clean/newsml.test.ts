import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { isNewsMl, readNewsMl } from "../../src/clean/newsml.ts"
import { failsWith } from "../fetch/server.ts"

type Parts = { guid?: string; status?: string; note?: string; content?: string; kind?: string }

const INLINE = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>Ferry</title></head><body><h1>Ferry sinks &amp; harbour shuts</h1><p>The harbour office said the ferry had
<em>sunk</em>.</p><p>Captain Ruda Meck denied it.</p></body></html></inlineXML>`
const TEXT = "The harbour office said the ferry had sunk.\n\nCaptain Ruda Meck denied it."

const item = ({
  guid = "urn:newsml:tidewire.example:77",
  status = "stat:usable",
  note = "",
  content = INLINE,
  kind = "text",
}: Parts = {}) =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="2" standard="NewsML-G2" xml:lang="en">
  <itemMeta><itemClass qcode="ninat:${kind}"/><provider qcode="nprov:TIDE"><name>Tidewire</name></provider>
  <versionCreated>2031-03-12T08:10:00+01:00</versionCreated><pubStatus qcode="${status}"/>${note}</itemMeta>
  <contentMeta><by>By Ines Marlow</by><language tag="en-GB"/><headline>Ferry sinks &amp; harbour shuts</headline></contentMeta>
  <contentSet>${content}</contentSet></newsItem>`

const message = (...items: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/>
  <itemSet>${items.join("")}</itemSet></newsMessage>`

test("reads a news item: text, headline, authors, agency, date of the version, language, identity", () => {
  const expected = {
    identity: "urn:newsml:tidewire.example:77",
    url: null,
    text: TEXT,
    article: true,
    notArticle: null,
    title: "Ferry sinks & harbour shuts",
    publisher: "Tidewire",
    bylines: ["Ines Marlow"],
    published: { value: "2031-03-12T08:10:00+01:00", precision: "second" },
    language: "en",
    modified: null,
    removed: [{ text: "Ferry sinks & harbour shuts", reason: "repeated headline", score: null, at: 0 }],
  }
  const { blocks, evidence, ...facts } = readNewsMl(item(), "a.xml")!
  assert.deepEqual(facts, expected)
  assert.equal(blocks.map(({ start, end }) => TEXT.slice(start, end)).join("\n\n"), TEXT)
  assert.ok(evidence.length > 0)
  assert.deepEqual(
    readNewsMl(message(item({ kind: "picture", guid: "urn:p", content: "" }), item()), "a.xml"),
    readNewsMl(item(), "a.xml"),
  )
})

test("reads names with a prefix, and plain text in lines", () => {
  const prefixed = item({ content: INLINE.replace(/<(\/?)(html|head|title|body|h1|p|em)\b/g, "<$1h:$2") }).replace(
    /<(\/?)(newsItem|itemMeta|contentSet|inlineXML)\b/g,
    "<$1nar:$2",
  )
  assert.ok(isNewsMl(prefixed))
  assert.equal(readNewsMl(prefixed, "a.xml")!.text, TEXT)
  const plain = '<inlineData contenttype="text/plain">It sank &amp; went.\nNobody knew.</inlineData>'
  assert.equal(readNewsMl(item({ content: plain }), "a.xml")!.text, "It sank & went.\n\nNobody knew.")
})

test("a canceled or withheld item is no article any more, as a qcode or a whole address", () => {
  for (const status of ["stat:canceled", "stat:withheld"]) {
    const withdrawn = readNewsMl(item({ status, note: "<edNote>Kill this item.</edNote>" }), "a.xml")!
    assert.deepEqual([withdrawn.article, withdrawn.notArticle], [false, "withdrawn by its agency"])
    assert.equal(withdrawn.text, "Kill this item.")
  }
  const uri = item().replace(
    'pubStatus qcode="stat:usable"',
    'pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"',
  )
  assert.equal(readNewsMl(uri, "a.xml")!.article, false)
})

test("a message of several texts is refused with its name", () => {
  assert.throws(
    () => readNewsMl(message(item(), item({ guid: "urn:2" })), "two.xml"),
    failsWith("input/several-items", "two.xml"),
  )
})

test("other XML holds no news item, and entities that would grow are not expanded", () => {
  for (const text of ["<rss/>", "<newsItem/>", "<newsMessage>", "<newsItem guid=''/>"])
    assert.equal(readNewsMl(text, "a.xml"), null, text)
  assert.ok(!isNewsMl("<html><body>newsItem</body></html>"))
  const bomb = `<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "${"&a;".repeat(1000)}">]>${item().replace("urn:newsml:tidewire.example:77", "urn:&b;")}`
  assert.equal(readNewsMl(bomb, "a.xml")!.identity, "urn:&b;")
})

test("any damage ends in an item or in nothing", () => {
  const whole = item()
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(60), fc.string({ maxLength: 6 }), (at, cut, put) => {
      const read = readNewsMl(whole.slice(0, at) + put + whole.slice(at + cut), "a.xml")
      assert.ok(read === null || typeof read.text === "string")
    }),
    { numRuns: 300 },
  )
})
