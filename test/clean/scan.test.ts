import assert from "node:assert/strict"
import fc from "fast-check"
import { parse } from "parse5"
import { test } from "vitest"
import { readPage } from "../../src/clean/read-page.ts"

type Node = { nodeName: string; value?: string; childNodes?: Node[] }

/** Elements whose text nobody sees. */
const UNSEEN = new Set(
  "script style template noscript iframe noembed noframes textarea audio video canvas datalist svg title".split(" "),
)

function parse5Text(html: string): string {
  const text: string[] = []
  const open: Node[] = [parse(html) as unknown as Node]
  while (open.length > 0) {
    const node = open.pop()!
    if (node.nodeName === "#text") text.push(node.value!)
    else if (!UNSEEN.has(node.nodeName)) open.push(...[...(node.childNodes ?? [])].reverse())
  }
  return text.join("")
}

const ownText = (html: string): string =>
  readPage(html)
    .blocks.map(({ text }) => text)
    .join("\n")
const letters = (text: string): string => text.replace(/[\s\u00A0\u00AD\u200B\uFEFF]/g, "")
const lines = (html: string): string[] => readPage(html).blocks.map(({ text }) => text)

const word = fc.constantFrom(
  "amber",
  "Bo",
  "cliffs",
  "7",
  "a < b",
  "x&y",
  "&amp;",
  "&lt;p&gt;",
  "&eacute;",
  "&notin;",
  "&not",
  "&#x41;",
  "&#150;",
  "&nbsp;",
  "ö",
)
const inline = fc.constantFrom("b", "i", "span", "em", "a", "code", "unknown-one")
const block = fc.constantFrom(
  "p",
  "div",
  "section",
  "article",
  "h2",
  "ul",
  "li",
  "blockquote",
  "dd",
  "pre",
  "form",
  "aside",
)
const attribute = fc.constantFrom(
  "",
  " class=x",
  ' title="a > b"',
  " data-a='</p>'",
  " CHECKED",
  ' href="?a=1&amp;b=2"',
  " a = b",
  "/",
)
const rest = fc.constantFrom(
  "<!-- a <p> comment -->", "<!-->", "<!doctype html>", "<br>", "<br/>", "<hr>", "<img src=a alt='no text'>", "<?php echo 1 ?>",
  "<![CDATA[ x ]]>", "</>", "</p>", "</b>", "<", "< p", "</ p>", "<script>if (a < b) '</p>'</script>", "<STYLE>p > a</STYLE>",
  "<textarea><p>not a tag</textarea>", "<title>t</title>", "<template><p>unseen</p></template>", "<svg><title>t</title><path/></svg>",
) // biome-ignore format: one list

const markup: fc.Arbitrary<string> = fc.letrec<{ node: string; list: string }>((tie) => ({
  list: fc.array(tie("node"), { maxLength: 6 }).map((parts) => parts.join("")),
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    word,
    rest,
    fc
      .tuple(fc.oneof(inline, block), attribute, tie("list"), fc.boolean())
      .map(([name, attributes, inner, closed]) => `<${name}${attributes}>${inner}${closed ? `</${name}>` : ""}`),
  ),
})).list

test("reads the text that parse5 reads, from generated pages with open, closed and broken tags", () => {
  fc.assert(
    fc.property(markup, (html) => {
      assert.equal(letters(ownText(`<body>${html}`)), letters(parse5Text(`<body>${html}`)))
    }),
    { numRuns: 800 },
  )
})

test("reads the named references that parse5 reads, with and without semicolon", () => {
  for (const name of [
    "&copy",
    "&copy;",
    "&copycat",
    "&frac12x",
    "&CounterClockwiseContourIntegral;",
    "&fjlig;",
    "&ampamp;",
    "&;",
    "&#;",
    "&#x;",
    "&#0;",
    "&#xD800;",
    "&#x110000;",
  ]) {
    assert.equal(letters(ownText(`<p>q${name}</p>`)), letters(parse5Text(`<p>q${name}</p>`)), name)
  }
})

test("never throws and stays quick on strings of broken markup", () => {
  const piece = fc.constantFrom("<", ">", "</", "<!--", "-->", "<p", "<script", "</script>", "<!", "<![CDATA[", "]]>", "&", "&#", "&amp", ";", '"', "'", "=", " ", "\u0000", "\uD800", "svg", "a", "<table><tr><td>", "<li>", "</div>", "<a href=", "<title>", "<plaintext>") // biome-ignore format: one list
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 60 }), (pieces) => {
      for (const line of lines(pieces.join(""))) assert.notEqual(line.trim(), "")
    }),
    { numRuns: 1500 },
  )
})

test("keeps words of neighbouring blocks, cells, items and lines apart", () => {
  assert.deepEqual(
    lines("<p>one<div>two</div><ul><li>three<li>four</ul>five<table><tr><td>six<td>seven</table>"),
    "one two three four five six seven".split(" "),
  )
  assert.deepEqual(lines("<p>one<br>two<img>three<button>four</button>five</p>"), ["one\ntwo three four five"])
  assert.deepEqual(lines("<p>one<br> <br/>two"), ["one", "two"])
})

test("does not tear a word that is only marked up", () => {
  assert.deepEqual(lines("<p><span class=drop>T</span>he <b>min</b>ister</p>"), ["The minister"])
})

test("ends an item and a cell where the next begins, however deep the open tags", () => {
  assert.deepEqual(lines("<ul><li><b>one<li>two<ul><li>inner</ul><li>three</ul>"), ["one", "two", "inner", "three"])
  assert.deepEqual(lines("<table><tr><td><p>a<td>b<tr><th>c</table>d"), ["a", "b", "c", "d"])
})

test("leaves out what nobody sees and marks what is hidden as a block", () => {
  assert.deepEqual(lines('<p>seen <span style="display: none">unseen</span>here<span hidden>no</span></p>'), [
    "seen here",
  ])
  const [hidden] = readPage('<div style="display:none"><p>later</p></div>').blocks
  assert.equal(hidden!.text, "later")
  assert.notEqual(hidden!.within & 8192, 0)
})

test("counts a link's letters even when blocks stand in it", () => {
  const [first, second] = readPage("<a href=x><div>all of it</div></a><p>none</p>").blocks
  assert.equal(first!.linked, first!.text.length)
  assert.equal(second!.linked, 0)
})

test("reads a million nested tags, closed in the wrong order, within two seconds", () => {
  const pages = [
    "<div>".repeat(1_000_000),
    "<b><p>".repeat(100_000) + "</b>".repeat(100_000),
    `<p>${"<table><tr><td></p>".repeat(30_000)}`,
    "<!--<script>".repeat(50_000),
    `<script><!--${"<script></script>".repeat(30_000)}`,
    "</x".repeat(100_000),
    "&".repeat(300_000),
  ]
  for (const html of pages) {
    const start = process.cpuUsage()
    readPage(`${html}end`)
    const { user } = process.cpuUsage(start)
    assert.ok(user < 2_000_000, `${html.slice(0, 20)}: ${user} µs`)
  }
})

test("keeps words apart that stand on two sides of any space", () => {
  for (const space of ["&ensp;", "&emsp;", "&thinsp;", "\u2003", "\u3000", "&nbsp;"])
    assert.equal(readPage(`<p>Published${space}<b>today</b></p>`).blocks[0]?.text, "Published today")
})
