import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import type { Cleaned } from "../../src/clean/clean.ts"
import { cleaned, newsPage, PARAGRAPHS } from "./page.ts"

const BASE = "https://varn-ledger.example/news/bridge"

/** The news page with something put between its second and third paragraph. */
const withPart = (part: string): Cleaned =>
  cleaned(newsPage().replace(`<p>${PARAGRAPHS[2]}</p>`, `${part}<p>${PARAGRAPHS[2]}</p>`), {
    file: "/varn/bridge.html",
    url: BASE,
  })

const partsOf = ({ reading, text }: Cleaned) =>
  reading.blocks.map(({ start, end, kind, level }) => [kind, level, text.value.slice(start, end)])

test("a page's paragraphs and headings stand in the record, in order", () => {
  const parts = partsOf(withPart("<h2>What the engineers found in the piers</h2>"))
  assert.deepEqual(parts.slice(0, 4), [
    ["paragraph", 0, PARAGRAPHS[0]],
    ["paragraph", 0, PARAGRAPHS[1]],
    ["heading", 2, "What the engineers found in the piers"],
    ["paragraph", 0, PARAGRAPHS[2]],
  ])
})

test("items know their depth and whether they are numbered, and a second paragraph of an item is none", () => {
  const long = (word: string) =>
    `The ${word} pier was looked at by the engineers on Monday, and cracks were found in it.`
  const part = `<ol><li>${long("first")}</li><li><p>${long("second")}</p><p>${long("other")}</p><ul><li>${long("third")}</li></ul></li></ol>`
  const kinds = partsOf(withPart(part)).filter(
    ([, , text]) => String(text).startsWith("The ") && String(text).includes("pier was"),
  )
  assert.deepEqual(
    kinds.map(([kind, level]) => [kind, level]),
    [
      ["numbered", 1],
      ["numbered", 1],
      ["paragraph", 0],
      ["item", 2],
    ],
  )
})

test("a block quotation is one", () => {
  const words = "The bridge was built in a hurry, and everybody who worked on it knew that it would not last for long."
  const quotations = partsOf(withPart(`<blockquote><p>${words}</p></blockquote>`)).filter(
    ([kind]) => kind === "quotation",
  )
  assert.deepEqual(quotations, [["quotation", 0, words]])
})

test("cells know their column; a table of one column only lays the page out", () => {
  const cell = (words: string) => `<td>${words}, said the engineers in their report of last Tuesday.</td>`
  const table = `<table><tr>${cell("The west pier has four cracks")}${cell("The east pier has nine cracks")}</tr><tr><td></td>${cell("The middle pier has none")}</tr></table>`
  const cells = partsOf(withPart(table)).filter(([, , text]) => String(text).includes("said the engineers"))
  assert.deepEqual(cells.map(([kind, level]) => [kind, level]).slice(0, 2), [
    ["cell", 1],
    ["cell", 2],
  ])
  const alone = partsOf(withPart(`<table><tr>${cell("The west pier has four cracks")}</tr></table>`))
  assert.ok(alone.every(([kind]) => kind !== "cell"))
})

test("links are spans of the text with the absolute address; scripts, anchors and mail are none", () => {
  const words =
    "The union has published <a href='/union/costs?a=1&amp;b=2'>its own estimate of <b>the costs</b></a>, and asks <a href='#top'>its members</a>, <a href='javascript:x()'>the town</a> and <a href='mailto:a@b.example'>the state</a> to read it before Monday."
  const { reading, text } = withPart(`<p>${words}</p>`)
  const links = reading.blocks.flatMap((block) => block.links)
  assert.deepEqual(
    links.map(({ start, end, href }) => [text.value.slice(start, end), href]),
    [["its own estimate of the costs", "https://varn-ledger.example/union/costs?a=1&b=2"]],
  )
})

test("every part, kept or dropped, has a reason and a score, and dropped ones know their place", () => {
  const { reading, text } = withPart("")
  assert.ok(reading.blocks.length > 0 && reading.removed.length > 0)
  for (const { reason, score } of [...reading.blocks, ...reading.removed]) {
    assert.notEqual(reason, "")
    assert.ok(score !== null && score >= 0 && score <= 1)
  }
  const menu = reading.removed.find((one) => one.text === "Weather")!
  const comments = reading.removed.find((one) => one.text === "Leave a Reply")!
  assert.deepEqual([menu.at, comments.at], [0, text.value.length])
})

test("blocks cover the whole text and nothing twice, whatever the page", () => {
  const tag = fc.constantFrom(
    "p",
    "/p",
    "li",
    "ul",
    "/ul",
    "td",
    "tr",
    "table",
    "/table",
    "blockquote",
    "a href=x",
    "/a",
    "pre",
    "/pre",
    "h2",
    "br",
    "b",
    "/b",
  )
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    fc.string({ maxLength: 12 }),
    fc.constant(PARAGRAPHS[0]!),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { reading, text } = cleaned(`<html><body><p>${PARAGRAPHS[1]}</p>${pieces.join("")}`, { file: "/a.html" })
      let end = 0
      for (const block of reading.blocks) {
        assert.ok(block.start >= end && block.end > block.start)
        assert.match(text.value.slice(end, block.start), /^\n*$/)
        for (const link of block.links)
          assert.ok(link.start >= block.start && link.end <= block.end && link.start < link.end)
        end = block.end
      }
      assert.equal(end, text.value.length)
    }),
    { numRuns: 200 },
  )
})

test("a plain text's lines are paragraphs under its headline", () => {
  const { reading, text } = cleaned(`Bridge stays shut\n\n${PARAGRAPHS[0]}\n\n${PARAGRAPHS[1]}\n\nLeave a Reply\n`)
  assert.deepEqual(partsOf({ reading, text } as Cleaned).map(([kind, level]) => [kind, level]), [["heading", 1], ["paragraph", 0], ["paragraph", 0]]) // biome-ignore format: one list
  assert.deepEqual(
    reading.removed.map(({ at }) => at),
    [text.value.length],
  )
})
