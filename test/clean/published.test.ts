import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { parseDate } from "../../src/model/date.ts"
import { cleaned, PARAGRAPHS } from "./page.ts"

const page = (inside: string): string =>
  `<html><head><title>Bridge over the Ost stays shut</title></head><body><h1>Bridge over the Ost stays shut</h1>${inside}</body></html>`
const publishedOf = (inside: string) => cleaned(page(inside)).reading.published?.value ?? null
const paragraphs = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")

test("a paragraph that begins with its date is dated by it", () => {
  assert.equal(publishedOf(`<p>29.11.2022 – ${PARAGRAPHS[0]}</p>${paragraphs}`), "2022-11-29")
  assert.equal(publishedOf(`<p>Varn, (12.11.2021). ${PARAGRAPHS[0]}</p>${paragraphs}`), "2021-11-12")
  assert.equal(publishedOf(`<p>27 May 2023: ${PARAGRAPHS[0]}</p>${paragraphs}`), "2023-05-27")
})

test("a date amid a paragraph dates nothing", () => {
  assert.equal(publishedOf(`<p>The bridge was opened on 4 May 1998. ${PARAGRAPHS[0]}</p>${paragraphs}`), null)
})

test("a date behind its word is found far below the headline", () => {
  assert.equal(
    publishedOf(`${paragraphs}${paragraphs}<div>Date: 19.11.2021<br>Source: Varn Ledger</div>`),
    "2021-11-19",
  )
})

test("the time beside the headline wins over a meta tag that may be of the last change", () => {
  const time = '<time datetime="2022-01-21T13:30">21.01.2022</time>'
  const html = page(time + paragraphs).replace("<head>", '<head><meta name="date" content="2022-01-26T14:32:06">')
  assert.equal(cleaned(html).reading.published?.value, "2022-01-21T13:30")
})

test("no impossible day is taken, whichever place gives it", () => {
  const day = fc.constantFrom(
    "2031-05-24",
    "2023-02-31",
    "1970-01-01",
    "2023-06-31T10:00:00Z",
    "0000-00-00",
    "2023-13-01",
  )
  const places = fc.record({ data: day, meta: day, time: day, line: day })
  fc.assert(
    fc.property(places, ({ data, meta, time, line }) => {
      const inside = `<time datetime="${time}">${line}</time><p>Published: ${line}</p>${paragraphs}`
      const json = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"${data}"}</script>`
      const head = `<head><meta property="article:published_time" content="${meta}">${json}`
      const { reading } = cleaned(page(inside).replace("<head>", head))
      assert.equal(reading.published, null)
      assert.ok(reading.evidence.every(({ field, taken }) => field !== "published" || !taken))
    }),
    { numRuns: 60 },
  )
})

test("any strings in the places of a date give a possible date or none", () => {
  const clean = (text: string) => text.replace(/[<>"&\\]/g, " ")
  const said = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.stringMatching(/^[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}T?[0-9:Z]{0,9}$/),
  )
  fc.assert(
    fc.property(said, said, (one, other) => {
      const inside = `<time datetime="${clean(one)}">${clean(other)}</time><p>${clean(other)} ${clean(one)}</p>${paragraphs}`
      const html = page(inside).replace("<head>", `<head><meta name="date" content="${clean(other)}">`)
      const value = cleaned(html).reading.published?.value ?? "2000"
      assert.ok(parseDate(value) && value >= "1990" && value < "2023-06-03", value)
    }),
    { numRuns: 150 },
  )
})

test("the day that the newsroom prints wins over the next one that its machine gives in universal time", () => {
  const json = `<script type="application/ld+json">{"@type":"BlogPosting","headline":"Bridge over the Ost stays shut","datePublished":"2023-05-25T02:41:41+00:00"}</script>`
  const time = `<time datetime="2023-05-24T19:41:41-07:00">May 24, 2023</time>`
  const url = "https://varn-ledger.example/2023/05/24/bridge"
  const html = page(time + paragraphs).replace("<head>", `<head><link rel="canonical" href="${url}">${json}`)
  assert.equal(cleaned(html).reading.published?.value.slice(0, 10), "2023-05-24")
})

test("every place that gives the taken day is told of as taken, and one that gives another is not", () => {
  const time = '<time datetime="2023-05-24T08:10Z">24 May 2023</time>'
  const head =
    '<head><meta property="article:published_time" content="2023-05-24T08:10:00Z"><meta name="date" content="2023-05-26">'
  const { reading } = cleaned(page(time + paragraphs).replace("<head>", head))
  const told = reading.evidence.filter(({ field }) => field === "published")
  assert.equal(reading.published?.value, "2023-05-24T08:10:00Z")
  assert.ok(told.some(({ from, taken }) => from === "meta article:published_time" && taken))
  for (const { value, taken, why } of told) {
    assert.equal(taken, /2023-05-24|24 May/.test(value), value)
    assert.equal(why === null, taken)
  }
})
