import assert from "node:assert/strict"
import fc from "fast-check"
import { parseFragment } from "parse5"
import { test } from "vitest"
import { toArticleHtml } from "../../src/formats/article-html.ts"
import { toMarkdown } from "../../src/formats/article-markdown.ts"
import type { TextBlock, TextBlockKind } from "../../src/model/document.ts"
import type { Entry } from "../../src/model/ledger.ts"
import { inventedEntry } from "../invented-entry.ts"

type Sketch = readonly [kind: TextBlockKind, level: number, words: string, link?: string]

/** An entry of these blocks, one a line; the first word of a block with a link is the link. */
function entryOf(...sketches: readonly Sketch[]): Entry {
  let text = ""
  const blocks = sketches.map(([kind, level, words, href]): TextBlock => {
    const start = text === "" ? 0 : text.length + 1
    text += `${text === "" ? "" : "\n"}${words}`
    const links = href ? [{ start, end: start + words.split(" ")[0]!.length, href }] : []
    return { start, end: text.length, kind, level, links, reason: "invented", score: 1 }
  })
  const entry = inventedEntry({ text, title: "Ferry *sinks*" })
  return { ...entry, reading: { ...entry.reading, blocks } }
}

test("Markdown has headings, paragraphs with links, quotations and captions", () => {
  const entry = entryOf(
    ["paragraph", 0, "Boats left at [dawn].", "https://a.example/x y"],
    ["heading", 2, "What is known"],
    ["quotation", 0, "We counted."],
    ["quotation", 0, "Twice."],
    ["caption", 0, "The quay"],
  )
  assert.equal(
    toMarkdown(entry),
    "# Ferry \\*sinks\\*\n\n[Boats](<https://a.example/x y>) left at \\[dawn\\].\n\n## What is known\n\n> We counted.\n>\n> Twice.\n\n*The quay*",
  )
})

test("lists nest, and numbers count on after what stands inside", () => {
  const entry = entryOf(["numbered", 1, "one"], ["item", 2, "inside"], ["numbered", 1, "two"])
  assert.match(toMarkdown(entry), /\n1\. one\n {4}- inside\n2\. two$/)
  assert.match(toArticleHtml(entry), /<ol>\n<li>one<ul>\n<li>inside<\/li><\/ul><\/li>\n<li>two<\/li>\n<\/ol>/)
})

test("tables keep their columns, an empty cell too", () => {
  const entry = entryOf(["cell", 1, "pier"], ["cell", 2, "cracks"], ["cell", 2, "a|b"])
  assert.match(toMarkdown(entry), /\| pier \| cracks \|\n\| --- \| --- \|\n\| {2}\| a\\\|b \|$/)
  assert.match(toArticleHtml(entry), /<tr><td>pier<\/td><td>cracks<\/td><\/tr>\n<tr><td><\/td><td>a\|b<\/td><\/tr>/)
})

test("a line of text that looks like Markdown stays text", () => {
  assert.match(toMarkdown(entryOf(["paragraph", 0, "1. no list"])), /\n1\\. no list$/)
  assert.match(toMarkdown(entryOf(["paragraph", 0, "- no item"])), /\n\\- no item$/)
})

test("HTML holds the very words of the text, whatever they are, and no element that the text brings along", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, unit: "grapheme" }), { minLength: 1, maxLength: 5 }), (words) => {
      const lines = words.map((word) => word.replace(/[\s\p{Cc}]/gu, "_"))
      const entry = entryOf(...lines.map((line): Sketch => ["paragraph", 0, line, 'https://a.example/?q="<&']))
      const article = parseFragment(toArticleHtml(entry)).childNodes[0]!
      const paragraphs = "childNodes" in article ? article.childNodes.filter(({ nodeName }) => nodeName === "p") : []
      assert.deepEqual(
        paragraphs.map(textOf),
        lines.map((line) => line.toWellFormed()),
      )
    }),
    { numRuns: 200 },
  )
})

const textOf = (node: object): string =>
  "value" in node ? String(node.value) : "childNodes" in node ? (node.childNodes as object[]).map(textOf).join("") : ""

test("a text without structure gives its lines as paragraphs", () => {
  const entry = inventedEntry({ text: "One line.\n\nAnother <b>." })
  assert.equal(toMarkdown(entry), "One line.\n\nAnother \\<b\\>.")
  assert.equal(toArticleHtml(entry), '<article lang="en">\n<p>One line.</p>\n<p>Another &lt;b&gt;.</p>\n</article>')
})
