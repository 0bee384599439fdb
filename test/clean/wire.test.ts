import assert from "node:assert/strict"
import { test } from "vitest"
import { toSnapshot } from "../../src/model/snapshot.ts"
import { cleanOnly } from "../../src/pipeline.ts"
import { article } from "../cli/watch/watch-stage.ts"
import { failsWith } from "../fetch/server.ts"

const read = (text: string, place: string, verbatim = false) =>
  cleanOnly(
    toSnapshot({ bytes: Buffer.from(text), url: null, headers: {}, fetched: "2031-03-12T08:00:00Z" }),
    { file: place, place },
    { verbatim },
  )
const ninjs = (more: object = {}) =>
  JSON.stringify({
    uri: "urn:tidewire:77",
    headline: "Ferry sinks",
    body_text: "It sank at dawn.",
    provider: "Tidewire",
    ...more,
  })

test("versions of an item are one document by the agency's id, wherever they lie and whatever they say of their publisher", () => {
  const [first, second] = [
    read(ninjs(), "/hot/a.json"),
    read(ninjs({ version: "2", provider: "Tidewire UK" }), "/hot/b.json"),
  ]
  assert.equal(first.document.id, second.document.id)
  assert.notEqual(first.reading.id, second.reading.id)
  assert.notEqual(read(ninjs({ uri: "urn:tidewire:78" }), "/hot/a.json").document.id, first.document.id)
})

test("a file that is JSON or XML by its name and no news item is refused", () => {
  assert.throws(() => read('{"a":1}', "/hot/a.json"), failsWith("input/not-news", "a.json", "ninjs"))
  assert.throws(() => read("hello", "/hot/a.json"), failsWith("input/not-news"))
  assert.throws(() => read("<rss><channel/></rss>", "/hot/a.xml"), failsWith("input/not-news", "a.xml", "NewsML-G2"))
  assert.equal(read(`<?xml version="1.0"?>${article("Ferry sinks")}`, "/hot/a.xml").reading.title, "Ferry sinks")
})

test("verbatim takes the file as it is", () => {
  assert.equal(read('{"a":1}', "/hot/a.json", true).text.value, '{"a":1}')
})
