import assert from "node:assert/strict"
import { test } from "vitest"
import { cleaned, newsPage } from "./page.ts"

const bylinesOf = (head: string, top = ""): readonly string[] =>
  cleaned(newsPage(head, top), { file: "/varn/bridge.html" }).reading.bylines
const linked = (author: string) =>
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge over the Ost stays shut","author":${author}}</script>`
const meta = (author: string) => `<meta name="author" content="${author}">`

test("a publisher with its address is nobody's name, and its town is none either", () => {
  for (const line of ["Varn Ledger Ltd, Varn, Northland", "Tidewire (www.tidewire.example)", "Association of Ferrymen"])
    assert.deepEqual(bylinesOf(meta(line)), [], line)
  const names = "Ines Marlow, Tom Arden, Pela Ostin"
  assert.deepEqual(bylinesOf(meta(names), `<p>By ${names}</p>`), ["Ines Marlow", "Tom Arden", "Pela Ostin"])
})

test("a desk or an organisation signs where it is printed at the headline or named twice", () => {
  const desk = linked('{"@type":"Organization","name":"Ledger Newsdesk"}')
  assert.deepEqual(bylinesOf(desk, "<p>Ledger Newsdesk, Tuesday</p>"), ["Ledger Newsdesk"])
  assert.deepEqual(bylinesOf(desk + meta("Ledger Newsdesk")), ["Ledger Newsdesk"])
})

test("a name that one tag of a page gives that is no news, and that no line prints, signs nothing", () => {
  assert.deepEqual(bylinesOf(meta("Ines Marlow")), [])
  assert.deepEqual(bylinesOf(meta("Ines Marlow"), '<p class="byline">Ines Marlow</p>'), ["Ines Marlow"])
})

test("all whom the data of a news article name sign, in their order", () => {
  assert.deepEqual(bylinesOf(linked('[{"name":"Ines Marlow"},{"name":"Tom Arden"}]')), ["Ines Marlow", "Tom Arden"])
})

test("a person's whole name in the byline counts for more than one word in the page's data", () => {
  assert.deepEqual(bylinesOf(linked('{"@type":"Person","name":"Marlowi"}'), "<p>By Ines Marlow</p>"), ["Ines Marlow"])
})

test("one word is a name where the element is the author's and a word before it says so", () => {
  assert.deepEqual(bylinesOf("", '<div class="post-author">by Marlowi</div>'), ["Marlowi"])
  assert.deepEqual(bylinesOf("", '<div class="post-author">Harbour</div>'), [])
})

test("a day in the address may be written backwards", () => {
  const url = "https://varn-ledger.example/news/23-05-2023-bridge"
  assert.equal(cleaned(newsPage(), { file: "/a.html", url }).reading.published?.value, "2023-05-23")
})
