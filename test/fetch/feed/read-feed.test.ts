import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { readFeed } from "../../../src/fetch/feed/read-feed.ts"
import { toSnapshot } from "../../../src/model/snapshot.ts"
import { failsWith } from "../server.ts"

const AT = "https://lamp.example/feeds/all.xml"

const snapshot = (text: string | Uint8Array, headers: Record<string, string> = {}) =>
  toSnapshot({
    bytes: typeof text === "string" ? Buffer.from(text) : text,
    url: AT,
    headers,
    fetched: "2031-03-12T08:00:00Z",
  })
const read = (text: string) => readFeed(snapshot(text))

const RSS = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Quillmouth Lamp</title><link>https://lamp.example/</link><ttl>45</ttl>
<item><title>Ferry sinks &amp; harbour shuts</title><link>/ferry?id=1#top</link><guid isPermaLink="false">lamp-1</guid>
<pubDate>Wed, 12 Mar 2031 08:10:00 +0100</pubDate><dc:creator>Ines Marlow</dc:creator></item>
<item><title>Second</title><guid>https://lamp.example/second</guid></item>
</channel></rss>`

test("reads RSS: ids, absolute addresses without fragments, dates in UTC, authors, and how long to wait", () => {
  assert.deepEqual(read(RSS), {
    title: "The Quillmouth Lamp",
    ttlMs: 45 * 60_000,
    items: [
      {
        id: "lamp-1",
        url: "https://lamp.example/ferry?id=1",
        title: "Ferry sinks & harbour shuts",
        published: { value: "2031-03-12T07:10:00Z", precision: "second" },
        authors: ["Ines Marlow"],
        publisher: "The Quillmouth Lamp",
      },
      {
        id: "https://lamp.example/second",
        url: "https://lamp.example/second",
        title: "Second",
        published: null,
        authors: [],
        publisher: "The Quillmouth Lamp",
      },
    ],
  })
})

test("reads Atom", () => {
  const { items } =
    read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Lamp</title><author><name>Desk</name></author>
    <link href="https://lamp.example/"/>
    <entry><id>tag:lamp.example,2031:7</id><title type="html">Ferry &lt;b&gt;sinks&lt;/b&gt;</title>
      <link rel="self" href="/x.atom"/><link rel="alternate" href="/ferry"/><updated>2031-03-12T08:10:00Z</updated>
      <author><name>Tom Arden</name></author></entry></feed>`)
  assert.deepEqual(
    items.map(({ id, url, published, authors }) => [id, url, published?.value, authors]),
    [["tag:lamp.example,2031:7", "https://lamp.example/ferry", "2031-03-12T08:10:00Z", ["Tom Arden"]]],
  )
})

test("reads RDF, whose items stand beside the channel", () => {
  const { title, items } = read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>Lamp</title><link>https://lamp.example/</link></channel>
    <item><title>Ferry</title><link>https://lamp.example/ferry</link><dc:date>2031-03-12</dc:date></item></rdf:RDF>`)
  assert.equal(title, "Lamp")
  assert.deepEqual(
    items.map(({ url, published }) => [url, published?.value]),
    [["https://lamp.example/ferry", "2031-03-12T00:00:00Z"]],
  )
})

test("reads JSON Feed, of version 1 and 1.1", () => {
  const feed = (more: object) =>
    JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Lamp", items: [], ...more })
  assert.deepEqual(read(feed({})), { title: "Lamp", ttlMs: null, items: [] })
  const items = [
    { id: 7, url: "/ferry#a", title: " Ferry\n sinks ", date_published: "2031-03-12T08:10:00+01:00" },
    { id: "b", external_url: "https://elsewhere.example/b", author: { name: "Tom Arden" } },
    "no item",
  ]
  assert.deepEqual(
    read(feed({ authors: [{ name: "Desk" }], items })).items.map(({ id, url, title, authors }) => [
      id,
      url,
      title,
      authors,
    ]),
    [
      ["7", "https://lamp.example/ferry", "Ferry sinks", ["Desk"]],
      ["b", "https://elsewhere.example/b", null, ["Tom Arden"]],
    ],
  )
})

test("an item keeps its id from one reading to the next where the feed gives none", () => {
  const feed = "<rss><channel><item><title>Note</title><description>No link</description></item></channel></rss>"
  const [first, second] = [read(feed), read(feed)]
  assert.match(first.items[0]!.id, /^i-/)
  assert.equal(first.items[0]!.id, second.items[0]!.id)
  assert.equal(first.items[0]!.url, null)
})

test("of items with one id there is one", () => {
  const item = "<item><guid>a</guid><title>x</title></item>"
  assert.equal(read(`<rss><channel>${item}${item}</channel></rss>`).items.length, 1)
})

test("takes no address that is not http or https", () => {
  const { items } = read("<rss><channel><item><guid>a</guid><link>javascript:alert(1)</link></item></channel></rss>")
  assert.equal(items[0]!.url, null)
})

test("reads a feed in the encoding that its declaration or its header names", () => {
  const xml = '<?xml version="1.0" encoding="windows-1252"?><rss><channel><title>Fähre</title></channel></rss>'
  assert.equal(readFeed(snapshot(Buffer.from(xml, "latin1"))).title, "Fähre")
  const bare = Buffer.from("<rss><channel><title>Fähre</title></channel></rss>", "latin1")
  assert.equal(readFeed(snapshot(bare, { "content-type": "application/rss+xml; charset=iso-8859-1" })).title, "Fähre")
  const quoted = Buffer.from("<rss><channel><title>Hanne\x92s ferry</title></channel></rss>", "latin1")
  const named = { "content-type": "application/rss+xml; charset=windows-1252" }
  assert.equal(readFeed(snapshot(quoted, named)).title, "Hanne’s ferry")
})

test("what is no feed is refused, and a web page is named as one", () => {
  assert.throws(() => read(" \n"), failsWith("feed/empty", AT))
  assert.throws(() => read("<!DOCTYPE html><html><body>Hello</body></html>"), failsWith("feed/not-a-feed", "web page"))
  for (const text of ["hello", "{}", "{", '{"items":[]}', "<newsItem/>", "<rss", "[]"])
    assert.throws(() => read(text), failsWith("feed/not-a-feed", AT), text)
})

test("entities that would grow are not expanded", () => {
  const lol = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("")
  const bomb = `<!DOCTYPE rss [<!ENTITY l0 "lol">${lol}]><rss><channel><title>&l12;</title></channel></rss>`
  assert.equal(read(bomb).title, "&l12;")
})

test("any damage to a feed ends in a feed or in a named error", () => {
  fc.assert(
    fc.property(fc.nat(RSS.length - 1), fc.nat(40), fc.string({ maxLength: 6 }), (at, cut, put) => {
      try {
        readFeed(snapshot(RSS.slice(0, at) + put + RSS.slice(at + cut)))
      } catch (error) {
        assert.ok(failsWith("feed/not-a-feed")(error) || failsWith("feed/empty")(error), String(error))
      }
    }),
    { numRuns: 300 },
  )
})
