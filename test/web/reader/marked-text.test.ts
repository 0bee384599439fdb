import assert from "node:assert/strict"
import fc from "fast-check"
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5"
import { createElement } from "preact"
import { renderToString } from "preact-render-to-string"
import { describe, test } from "vitest"
import { toFindingsJson } from "../../../src/formats/findings-json.ts"
import { type Findings, NO_FINDINGS } from "../../../src/model/findings.ts"
import type { AttributionData } from "../../../src/web/answers.ts"
import { Article } from "../../../src/web/reader/article.tsx"
import { blocks } from "../../../src/web/reader/blocks.ts"
import { readingOf } from "../../../src/web/reader/noted.ts"
import { numbered } from "../../../src/web/reader/numbered.ts"
import { type MarkedSpan, ROLES, segments } from "../../../src/web/reader/segments.ts"
import { findingsIn } from "../../invented-findings.ts"

type Piece = { text: string; marks: string[] }

const isElement = (node: Tree.Node): node is Tree.Element => "attrs" in node
const attribute = (node: Tree.Element, name: string) => node.attrs.find((one) => one.name === name)?.value ?? ""

/** The text below a node in pieces, each with the marks around it: "source 2". */
function pieces(node: Tree.Node, marks: readonly string[] = []): Piece[] {
  if (node.nodeName === "#text") return [{ text: (node as Tree.TextNode).value, marks: [...marks] }]
  if (!("childNodes" in node)) return []
  const [kind, role] = isElement(node) ? attribute(node, "class").split(" ") : []
  const here = kind === "mark" ? [...marks, `${role} ${attribute(node as Tree.Element, "data-mark")}`] : marks
  return node.childNodes.flatMap((child) => pieces(child, here))
}

function paragraphs(node: Tree.Node): Tree.Element[] {
  if (isElement(node) && attribute(node, "class").startsWith("text")) return [node]
  return "childNodes" in node ? node.childNodes.flatMap(paragraphs) : []
}

/** What a browser makes of the reader's page: for every unit of the text, what it is marked as. */
function drawn(
  text: string,
  attributions: readonly AttributionData[],
  findings: Findings = NO_FINDINGS,
): { text: string; marks: string[] } {
  const reading = readingOf({ attributions, findings: toFindingsJson(findings, text) })
  const props = { title: null, text, blocks: blocks(text), reading, doubtful: true }
  const html = renderToString(createElement(Article, props)).replaceAll("\r", "&#13;")
  const found = paragraphs(parseFragment(html)).flatMap((paragraph) => pieces(paragraph))
  const marks = found.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece.marks.sort().join(", ")))
  return { text: found.map((piece) => piece.text).join(""), marks }
}

const LETTERS = [
  "a",
  "B",
  " ",
  "\n",
  "\n\n",
  "\r\n",
  "<",
  ">",
  "&amp;",
  '"',
  "“",
  "”",
  "é",
  "\u{1F600}",
  "</p>",
  "word ",
]
const texts = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 120 }).map((letters) => letters.join(""))

/** Spans between whole characters, as any reader of text gives them. */
const spanIn = (text: string) => {
  const edges = [0]
  for (const letter of text) edges.push(edges.at(-1)! + letter.length)
  const pair = fc.tuple(fc.nat(edges.length - 2), fc.nat(edges.length - 1))
  return pair.map(([from, length]) => ({
    start: edges[from]!,
    end: edges[Math.min(edges.length - 1, from + length + 1)]!,
  }))
}

const attributionIn = (text: string) =>
  fc.record({
    source: fc.option(spanIn(text)),
    cue: fc.option(spanIn(text)),
    content: fc.array(spanIn(text), { minLength: 1, maxLength: 3 }),
    shown: fc.boolean(),
  })

const withSpans = texts.chain((text) => fc.tuple(fc.constant(text), fc.array(attributionIn(text), { maxLength: 6 })))

type Spans = Pick<AttributionData, "shown"> & {
  source: { start: number; end: number } | null
  cue: { start: number; end: number } | null
  content: { start: number; end: number }[]
}

const dataOf = (text: string, { source, cue, content, shown }: Spans, i: number): AttributionData => {
  const quoted = (span: { start: number; end: number }) => ({ ...span, text: text.slice(span.start, span.end) })
  return {
    ...{ id: `a-${i}`, source: source && quoted(source), cue: cue && quoted(cue), content: content.map(quoted), shown },
    ...{
      quotation: "indirect",
      act: "assert",
      within: null,
      speaker: null,
      onBehalfOf: null,
      confidence: 0.5,
      because: [],
    },
  }
}

const KINDS = ["figure", "time", "place", "evidence"] as const

/** Findings of one kind after the other on these spans. */
function findingsAt(spans: readonly { start: number; end: number }[]): Findings {
  const of = (kind: (typeof KINDS)[number]) => spans.filter((_, i) => KINDS[i % 4] === kind)
  const find = findingsIn("x")
  return {
    entities: [],
    figures: of("figure").map((span, i) => ({ ...find.figure("x", { low: 1 }), ...span, id: `f-${i}` })),
    times: of("time").map((span) => ({ ...find.time("x", null), ...span })),
    places: of("place").map((span) => ({ ...find.place("x"), ...span })),
    evidence: of("evidence").map((item) => ({ ...find.evidence("x"), item })),
  }
}

describe("the drawn article", () => {
  test("holds the text, every unit of it, and marks every span exactly, however they nest and cross", () => {
    fc.assert(
      fc.property(withSpans, ([text, all]) => {
        const attributions = all.map((spans, i) => dataOf(text, spans, i))
        const page = drawn(text, attributions)
        assert.equal(page.text, text)
        const wanted = Array.from({ length: text.length }, (): string[] => [])
        const mark = (name: string, span: { start: number; end: number } | null) => {
          if (span) for (let at = span.start; at < span.end; at++) wanted[at]!.push(name)
        }
        for (const { attribution, number } of numbered(attributions)) {
          mark(`source ${number}`, attribution.source)
          mark(`cue ${number}`, attribution.cue)
          for (const span of attribution.content) mark(`content ${number}`, span)
        }
        assert.deepEqual(
          page.marks,
          wanted.map((names) => names.sort().join(", ")),
        )
      }),
      { numRuns: 200 },
    )
  })

  test("marks every finding exactly, one link a piece at most, wherever it lies across attributions", () => {
    const found = (text: string) =>
      fc.record({
        attributions: fc.array(attributionIn(text), { maxLength: 4 }),
        spans: fc.array(spanIn(text), { maxLength: 6 }),
      })
    const withFindings = texts.chain((text) => fc.tuple(fc.constant(text), found(text)))
    fc.assert(
      fc.property(withFindings, ([text, { attributions: all, spans }]) => {
        const attributions = all.map((one, i) => dataOf(text, one, i))
        const page = drawn(text, attributions, findingsAt(spans))
        assert.equal(page.text, text)
        const marked = page.marks.map((names) =>
          names.split(", ").filter((name) => /^(figure|time|place|evidence)/.test(name)),
        )
        const wanted = Array.from({ length: text.length }, (): string[] => [])
        spans.forEach(({ start, end }, i) => {
          for (let at = start; at < end; at++) wanted[at]!.push(`${KINDS[i % 4]} `)
        })
        assert.deepEqual(
          marked,
          wanted.map((names) => names.sort()),
        )
      }),
      { numRuns: 100 },
    )
  })

  test("prints each attribution's number once, behind its cue", () => {
    const text = "It rained, she said.\nThe road, he added, was wet."
    const attribution = (cue: string, content: string, i: number) => {
      const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
      return dataOf(text, { source: null, cue: span(cue), content: [span(content)], shown: true }, i)
    }
    const attributions = [attribution("added", "The road", 0), attribution("said", "It rained", 1)]
    const reading = readingOf({ attributions, findings: toFindingsJson(NO_FINDINGS, text) })
    const props = { title: null, text, blocks: blocks(text), reading, doubtful: false }
    const html = renderToString(createElement(Article, props))
    assert.match(html, />said<\/span><a class="reference" id="in-a-1" href="#a-1" data-number="1"/)
    assert.match(html, />added<\/span><a class="reference" id="in-a-0" href="#a-0" data-number="2"/)
    assert.equal(html.split('class="reference"').length, 3)
  })
})

const PLAIN = { doubtful: false, unresolved: false, note: null }

describe("segments", () => {
  const spans = (length: number) =>
    fc.array(
      fc
        .tuple(fc.nat(length), fc.nat(length), fc.constantFrom(...ROLES), fc.nat(4))
        .map(([a, b, role, number]): MarkedSpan => {
          return { ...PLAIN, start: Math.min(a, b), end: Math.max(a, b), role, number }
        }),
      { maxLength: 8 },
    )

  test("fill the part without a gap, never empty, and begin and end each span once", () => {
    fc.assert(
      fc.property(spans(40), fc.nat(20), fc.nat(20), (all, start, length) => {
        const part = { start, end: start + length }
        const found = segments(part, all)
        assert.equal(
          found.map((piece) => piece.end - piece.start).reduce((sum, n) => sum + n, 0),
          length,
        )
        assert.ok(found.every((piece, i) => piece.start === (found[i - 1]?.end ?? start) && piece.start < piece.end))
        const inside = all.filter((span) => span.start < span.end && start <= span.start && span.end <= part.end)
        const starts = found.flatMap(({ marks }) => marks.filter((mark) => mark.starts)).length
        const near = all.filter((span) => span.start < span.end && start <= span.start && span.start < part.end)
        assert.equal(starts, near.length)
        assert.ok(inside.length <= near.length)
      }),
    )
  })

  test("put the longer of two nested spans outside", () => {
    const outer: MarkedSpan = { ...PLAIN, start: 0, end: 10, role: "content", number: 1 }
    const inner: MarkedSpan = { ...PLAIN, start: 0, end: 4, role: "source", number: 2 }
    const [first] = segments({ start: 0, end: 10 }, [inner, outer])
    assert.deepEqual(
      first!.marks.map(({ number }) => number),
      [1, 2],
    )
  })
})
