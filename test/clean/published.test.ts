import assert from "node:assert/strict"
import { test } from "vitest"
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
