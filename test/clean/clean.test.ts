import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { readPage } from "../../src/clean/read-page.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import { cleaned, newsPage, PARAGRAPHS } from "./page.ts"

const read = (html: string, input = {}) => {
  const { reading, document, text } = cleaned(html, { file: "/varn/page.html", ...input })
  return { ...reading, url: document.url, document, value: text.value }
}
const linked = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

test("keeps the paragraphs of a page and nothing of its furniture", () => {
  const { value, title, article, language } = read(newsPage())
  assert.equal(value, PARAGRAPHS.join("\n\n"))
  assert.equal(title, "Bridge over the Ost stays shut")
  assert.equal(article, true)
  assert.equal(language, "en")
})

test("lists what it removed, in reading order, each with its reason", () => {
  const removed = new Map(read(newsPage()).removed.map(({ text, reason }) => [text, reason]))
  assert.equal(removed.get("Bridge over the Ost stays shut"), "headline")
  assert.equal(removed.get("News"), "navigation")
  assert.equal(removed.get("You may also like"), "related links")
  assert.equal(removed.get("Ferry runs aground near Hale"), "related links")
  assert.equal(removed.get("Leave a Reply"), "comment form")
  assert.equal(removed.get("© 2023 The Varn Ledger. All rights reserved"), undefined)
  assert.deepEqual([...removed.keys()].slice(0, 2), ["The Varn Ledger", "News"])
})

test("kept and removed are all of the page's blocks, and no paragraph comes twice", () => {
  const html = newsPage("", `<p>${PARAGRAPHS[0]}</p>`)
  const { value, removed } = read(html)
  const blocks = readPage(html).blocks.map(({ text }) => text)
  assert.deepEqual([...value.split("\n\n"), ...removed.map(({ text }) => text)].sort(), [...blocks].sort())
  assert.equal(value.split(PARAGRAPHS[0]!).length, 2)
})

test("leaves out a line that is nothing but the names of its known authors", () => {
  const data = { "@type": "NewsArticle", author: [{ name: "Ines Marlow" }, { name: "Tom Arden" }] }
  const signed = newsPage(linked(data)).replace(
    "<p>",
    "<p>Ines Marlow and Tom Arden</p><p>Ines Marlow lives in Varn.</p><p>",
  )
  const { value, removed } = read(signed)
  assert.ok(!value.includes("Tom Arden"))
  assert.equal(removed.find(({ text }) => text === "Ines Marlow and Tom Arden")?.reason, "byline")
  assert.ok(removed.every(({ text, reason }) => text !== "Ines Marlow lives in Varn." || reason !== "byline"))
})

test("reads metadata from JSON-LD, in a graph and with line ends in its strings", () => {
  const data = {
    "@graph": [
      { "@type": "WebSite", name: "The Varn Ledger" },
      {
        "@type": "NewsArticle",
        headline: "Bridge over the Ost stays shut",
        author: [{ "@id": "#p" }, { "@type": "Person", name: "Tom Arden" }],
        datePublished: "2023-05-24T08:10:00+02:00",
        publisher: { name: "The Varn Ledger" },
      },
      { "@type": "Person", "@id": "#p", name: "Ines Marlow" },
    ],
  }
  const broken = `<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge\nover", "author": "Ines Marlow",}</script>`
  const found = read(newsPage(linked(data)))
  assert.deepEqual(found.bylines, ["Ines Marlow", "Tom Arden"])
  assert.deepEqual(found.published, { value: "2023-05-24T08:10:00+02:00", precision: "second" })
  assert.equal(found.publisher, "The Varn Ledger")
  assert.deepEqual(read(newsPage(broken)).bylines, ["Ines Marlow"])
})

test("reads metadata from meta tags, and from the lines below the headline", () => {
  const meta =
    '<meta property="og:site_name" content="The Varn Ledger"><meta name=author content="By Ines Marlow"><meta property="article:published_time" content="2023-05-24T06:10Z"><link rel=canonical href="https://ledger.example/bridge?x=1#top">'
  const found = read(newsPage(meta, "<p>Ines Marlow</p>"))
  assert.deepEqual(
    [found.publisher, found.bylines, found.published?.value, found.url],
    ["The Varn Ledger", ["Ines Marlow"], "2023-05-24T06:10Z", "https://ledger.example/bridge?x=1"],
  )
  const seen = read(
    newsPage(
      "",
      "<p class=byline>By <a rel=author href=/i>Ines Marlow</a></p><time datetime=2023-05-24>Wednesday</time>",
    ),
  )
  assert.deepEqual([seen.bylines, seen.published?.value], [["Ines Marlow"], "2023-05-24"])
})

test("names no author and no date where the page gives none that is possible", () => {
  const meta =
    '<meta name=author content="Staff"><meta name=author content="admin"><meta property="article:published_time" content="2031-01-01">'
  const { bylines, published } = read(
    newsPage(
      `${meta}<meta property="og:site_name" content="The Varn Ledger"><meta name="parsely-author" content="Varn Ledger">`,
    ),
  )
  assert.deepEqual(bylines, [])
  assert.equal(published, null)
})

test("takes an address only when it is http or https, and tells documents apart by it", () => {
  const page = (href: string) => newsPage(`<link rel=canonical href="${href}">`)
  assert.equal(read(page("javascript:alert(1)")).url, null)
  assert.equal(read(page("file:///etc/passwd")).url, null)
  assert.equal(
    read(page("/bridge"), { url: "https://www.ledger.example/b?utm=1" }).url,
    "https://www.ledger.example/bridge",
  )
  assert.equal(
    read(page("https://ledger.example/a")).document.id,
    read(page("https://ledger.example/a"), { file: "/other.html" }).document.id,
  )
  assert.notEqual(read(newsPage()).document.id, read(newsPage(), { file: "/other.html" }).document.id)
  assert.equal(read(newsPage(), { url: "https://www.ledger.example/b" }).publisher, "ledger.example")
})

test("calls an error page, an empty page and a list of links no article, with the reason", () => {
  assert.equal(
    read(
      "<!doctype html><title>404 - The Varn Ledger</title><h1>Page not found</h1><p>The page that you asked for is not here.</p>",
    ).notArticle,
    "an error page",
  )
  assert.equal(
    read("<!doctype html><title>Varn</title><body><script>start()</script></body>").notArticle,
    "there is no text on the page",
  )
  const links = Array.from(
    { length: 80 },
    (_, i) => `<li><a href="/${i}">Ferry ${i} runs aground near Hale</a></li>`,
  ).join("")
  assert.equal(
    read(`<!doctype html><title>The Varn Ledger</title><body><ul>${links}</ul>`).notArticle,
    "a list of links to other pages",
  )
  assert.equal(read(newsPage()).notArticle, null)
})

test("tells HTML from text by what it is, not by its name alone", () => {
  assert.equal(cleaned(newsPage(), { file: "/a.txt" }).text.value, PARAGRAPHS.join("\n\n"))
  const text = `${PARAGRAPHS.join("\n\n")}\n\nThe sign reads "a < b" and <stop>.`
  assert.equal(cleaned(text, { file: "/a.txt" }).text.value, text)
})

test("says nothing of the language of a text that is too short to tell", () => {
  assert.equal(cleaned("Varn 12").reading.language, null)
  assert.equal(
    cleaned("Die Brücke über den Fluss bleibt bis zum Frühjahr geschlossen, sagte der Minister am Dienstag.").reading
      .language,
    "de",
  )
})

test("no input makes it throw anything but a named error", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "<p>",
      "</p>",
      "<div class=a>",
      "<h1>",
      "By A B",
      "<!--",
      "<script type=application/ld+json>",
      '{"@graph":[',
      "</script>",
      "<meta name=author content=",
      "<a href=x>",
      "\n",
      "Leave a Reply",
      "\u0000",
      "\uD800",
      "&#xD800;",
      "2023-13-45",
      "<time datetime=x>",
    ),
    fc.string({ maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, isPage) => {
      try {
        const { text } = cleaned(pieces.join(""), { file: isPage ? "/a.html" : "/a.txt" })
        assert.ok(text.value.isWellFormed())
      } catch (error) {
        assert.ok(error instanceof CounterclaimError, String(error))
      }
    }),
    { numRuns: 150 },
  )
})

test("no bytes make it throw anything but a named error", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      try {
        cleaned(bytes)
      } catch (error) {
        assert.ok(error instanceof CounterclaimError, String(error))
      }
    }),
    { numRuns: 150 },
  )
})

test("takes the editors' headline where the printed one only repeats the title made for search engines", () => {
  const head = (type: string) =>
    `<title>Ost bridge: what we know about the closure | Ledger</title><meta property="og:type" content="article"><meta property="og:title" content="The bridge that nobody crossed">${linked({ "@type": type, headline: "Ost bridge: what we know about the closure" })}`
  const page = (type: string) =>
    newsPage(head(type)).replaceAll("Bridge over the Ost stays shut", "Ost bridge: what we know about the closure")
  assert.equal(read(page("NewsArticle")).title, "The bridge that nobody crossed")
  assert.equal(read(page("BlogPosting")).title, "Ost bridge: what we know about the closure")
})

test("leaves out lines of the article that credit a picture or point to another article, and no sentence that begins so", () => {
  const lines = [
    "Photo: Pela Ostin / Varn Ledger",
    "Lesen Sie auch: Die Fähre fährt wieder",
    "Related: how the ferry ran aground",
  ]
  const sentence =
    "Photo: that single word stood under the empty frame in the town hall of Varn, where nobody had looked for years, and the mayor would not say who had taken the picture away."
  const page = newsPage().replace("</p>\n<p>", `</p>\n<p>${[...lines, sentence].join("</p>\n<p>")}</p>\n<p>`)
  const { value, removed } = read(page)
  for (const line of lines) assert.ok(!value.includes(line) && removed.some(({ text }) => text === line), line)
  assert.ok(value.includes(sentence))
})

test("gives the desk as author where a news article prints it and names nobody else", () => {
  const data = (author: unknown) => linked({ "@type": "NewsArticle", headline: "Bridge", author })
  const desk = { name: "Ledger News Desk" }
  assert.deepEqual(read(newsPage(data(desk), "<p>Ledger News Desk</p>")).bylines, ["Ledger News Desk"])
  const persons = read(newsPage(data([desk, { name: "Ines Marlow" }]), '<p class="byline">By Ines Marlow</p>'))
  assert.deepEqual(persons.bylines, ["Ines Marlow"])
})
