import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { wholeQuotations } from "../../src/attribute/whole-quotations.ts"
import { spanText } from "../../src/model/span.ts"
import { toText } from "../../src/model/text.ts"
import { analysed } from "../analyse/analysed.ts"
import { marked } from "./marked.ts"

const grown = (source: string): string[] => {
  const { text, expected } = marked(source)
  const [{ source: sources, cue, content } = { source: [], cue: [], content: [] }] = expected
  const parts = { source: sources[0] ?? null, cue: cue[0] ?? null, content }
  return wholeQuotations(parts, analysed(text)).map((span) => spanText(text.value, span))
}

describe("a content", () => {
  for (const [what, source, expected] of [
    [
      "that begins within a quotation reaches back to its mark",
      "“We knew. {content|We told them,”} {source|Ms Roe} {cue|said}.",
      ["“We knew. We told them,”"],
    ],
    [
      "that ends within a quotation reaches on to its mark",
      "{source|Ms Roe} {cue|said}: {content|“We knew.} We told them.”",
      ["“We knew. We told them.”"],
    ],
    ["that lacks but a mark is left alone", "“{content|We knew},” {source|Ms Roe} {cue|said}.", ["We knew"]],
    [
      "whose cue stands in the same quotation is left alone",
      "“We left. {source|He} {cue|said} {content|it was late}. We knew.”",
      ["it was late"],
    ],
    [
      "is left alone where a mark between was lost",
      "“We knew, she said. “They laughed {content|at us,”} {source|he} {cue|said}.",
      ["at us,”"],
    ],
    [
      "is left alone in a quotation that never closes",
      "“We knew. {content|We told them}, {source|Ms Roe} {cue|said}.",
      ["We told them"],
    ],
    [
      "of two pieces in one quotation is one piece",
      "{content|“We knew}, and {content|we told them”}, {source|Ms Roe} {cue|said}.",
      ["“We knew, and we told them”"],
    ],
  ] as const) {
    test(what, () => {
      assert.deepEqual(grown(source), expected)
    })
  }

  test("never shrinks, whatever the text", () => {
    const part = fc.constantFrom("“", "”", '"', "''", " ", "a", "said", ".", "\n")
    fc.assert(
      fc.property(fc.array(part, { minLength: 2 }), fc.nat(), fc.nat(), (parts, a, b) => {
        const value = parts.join("")
        const [start, end] = [
          Math.min(a % value.length, b % value.length),
          Math.max(a % value.length, b % value.length) + 1,
        ]
        const found = wholeQuotations({ source: null, cue: null, content: [{ start, end }] }, analysed(toText(value)))
        assert.ok(found.length === 1 && found[0]!.start <= start && found[0]!.end >= end)
      }),
    )
  })
})
