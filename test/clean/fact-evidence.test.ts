import assert from "node:assert/strict"
import { test } from "vitest"
import type { FactField } from "../../src/model/document.ts"
import { cleaned, newsPage } from "./page.ts"

const HEAD = `<link rel="canonical" href="https://varn-ledger.example/bridge"><meta property="og:title" content="Bridge over the Ost stays shut">
<meta property="og:site_name" content="The Varn Ledger"><meta name="author" content="Varn Ledger Staff">
<meta property="article:modified_time" content="2023-05-26T10:00:00Z">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge stays shut","datePublished":"2033-05-24T08:10:00Z","dateModified":"2023-05-25T09:00:00Z","author":{"@type":"Person","name":"Ines Marlow"}}</script>`
const TOP = `<p class="byline">By Tom Arden</p><time datetime="2023-05-24T08:10:00Z">Wednesday</time>`

const { reading } = cleaned(newsPage(HEAD, TOP), { file: "/varn/bridge.html" })
const of = (wanted: FactField) =>
  reading.evidence
    .filter(({ field }) => field === wanted)
    .map(({ from, value, taken, why }) => [from, value, taken, why])

test("what the page prints as its byline counts for more than what its data alone say, and evidence has both", () => {
  assert.deepEqual(reading.bylines, ["Tom Arden"])
  assert.deepEqual(of("bylines").slice(0, 2), [
    ["JSON-LD author", "Ines Marlow", false, "more speaks for others"],
    ["meta author", "Varn Ledger Staff", false, "nobody's name"],
  ])
  assert.ok(of("bylines").some(([, value, taken]) => String(value).includes("Tom Arden") && taken === true))
})

test("a date in the future is not taken, and evidence says so", () => {
  assert.equal(reading.published?.value, "2023-05-24T08:10:00Z")
  assert.deepEqual(of("published")[0], ["JSON-LD datePublished", "2033-05-24T08:10:00Z", false, "in the future"])
  assert.ok(of("published").some(([from, , taken]) => from === "<time>" && taken === true))
})

test("the date of the last change is a fact of its own", () => {
  assert.deepEqual(reading.modified, { value: "2023-05-25T09:00:00Z", precision: "second" })
  assert.deepEqual(of("modified"), [
    ["JSON-LD dateModified", "2023-05-25T09:00:00Z", true, null],
    ["meta article:modified_time", "2023-05-26T10:00:00Z", false, "a surer place says otherwise"],
  ])
})

test("title, publisher, address and language say where they come from", () => {
  assert.deepEqual(of("title")[0], ["heading", "Bridge over the Ost stays shut", true, null])
  assert.deepEqual(of("publisher")[0], ["meta og:site_name", "The Varn Ledger", true, null])
  assert.deepEqual(of("url")[0], ["link canonical", "https://varn-ledger.example/bridge", true, null])
  assert.ok(of("language").some(([, , taken]) => taken === true))
})

test("of a plain text, the byline and the dateline that were taken out", () => {
  const plain = cleaned(
    "Bridge stays shut\nBy Ines Marlow\n24 May 2023\n\nThe bridge over the Ost will stay shut until the spring, the ministry said on Tuesday.\n",
  )
  assert.deepEqual(
    plain.reading.evidence.filter(({ field }) => field !== "language").map(({ field, from }) => [field, from]),
    [["title", "first line"], ["bylines", "byline"], ["published", "dateline"]], // biome-ignore format: one list
  )
})
