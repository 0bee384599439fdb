import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { claimLines, headLines } from "../../src/cli/claim-lines.ts"
import { plainLine, plainText } from "../../src/cli/plain.ts"
import { rowLines } from "../../src/cli/row-lines.ts"
import { hasColours, toStyle } from "../../src/cli/style.ts"
import { width } from "../../src/cli/width.ts"
import { shorten, wrap } from "../../src/cli/wrap.ts"
import { ACTS } from "../../src/model/attribution.ts"

const style = toStyle(false)
const WORDS = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "ferry",
        "渡し船",
        "🚢",
        "👩‍👩‍👧",
        "e\u0301te",
        "\u001b[31m",
        "\u009b2J",
        "a".repeat(90),
        "\n",
        "\u202e",
      ),
    )
    .map((words) => words.join(" ")),
)
const CLAIM = fc.record({
  source: fc.option(WORDS),
  speaker: fc.option(WORDS),
  act: fc.constantFrom(...ACTS),
  content: fc.array(WORDS, { minLength: 1, maxLength: 3 }),
  nested: fc.boolean(),
  shown: fc.boolean(),
})
const HEAD = fc.record({
  id: fc.constant("d-0123456789abcdef0123"),
  url: fc.constant(null),
  title: fc.option(WORDS),
  publisher: fc.option(WORDS),
  published: fc.constant(null),
})
const COLUMNS = fc.integer({ min: 20, max: 160 })

test("no line of a claim or a head is wider than the terminal, or holds a control character", () => {
  fc.assert(
    fc.property(CLAIM, HEAD, COLUMNS, (claim, head, columns) => {
      for (const line of [...claimLines(claim, { columns, style }), ...headLines(head, "a.txt", { columns, style })]) {
        assert.ok(width(line) <= columns, `${width(line)} columns: ${JSON.stringify(line)}`)
        assert.doesNotMatch(line, /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
      }
    }),
  )
})

test("wrapping keeps every sign of the text but white space, in order", () => {
  fc.assert(
    fc.property(WORDS, COLUMNS, (text, columns) => {
      const bare = (string: string) => string.replace(/\s/gu, "")
      assert.equal(bare(wrap(text, columns).join("")), bare(plainLine(text)))
    }),
  )
})

test("colours add nothing but escape sequences to a line", () => {
  fc.assert(
    fc.property(CLAIM, COLUMNS, (claim, columns) => {
      const coloured = claimLines(claim, { columns, style: toStyle(true) }).join("\n")
      assert.equal(plainText(coloured), claimLines(claim, { columns, style }).join("\n"))
    }),
  )
})

test("breaks between words, and inside a word only when it is longer than the line", () => {
  assert.deepEqual(wrap("the ferry sank at dawn", 9), ["the ferry", "sank at", "dawn"])
  assert.deepEqual(wrap("overloadedness", 6), ["overlo", "adedne", "ss"])
  assert.deepEqual(wrap("", 6), [""])
})

test("counts wide signs as two columns and accents as none", () => {
  assert.equal(width("渡し船"), 6)
  assert.equal(width("e\u0301te\u0301"), 3)
  assert.equal(width("👩‍👩‍👧"), 2)
  assert.equal(width("🇺🇦"), 2)
  assert.deepEqual(wrap("渡し船渡し船", 5), ["渡し", "船渡", "し船"])
})

test("cuts a long line with an ellipsis that still fits", () => {
  assert.equal(shorten("the ferry sank", 10), "the ferry…")
  assert.equal(shorten("the ferry", 10), "the ferry")
})

test("takes out whole escape sequences, not only their first sign", () => {
  assert.equal(plainLine("sank\u001b[31m at\u001b]0;title\u0007 dawn\u0000"), "sank at dawn")
  assert.equal(plainText("one\r\ntwo\tthree\u009b2J"), "one\ntwo\tthree")
})

test("cells that need fewer lines leave their column empty", () => {
  const cells = [
    { text: "a b", width: 1 },
    { text: "long", width: 6, right: true },
    { text: "c d e", width: 1 },
  ]
  assert.deepEqual(rowLines(cells, "|"), ["|a    long  c", "|b          d", "|           e"])
})

test("puts a claim's words beside its source where there is room and under it where there is none", () => {
  const claim = {
    source: "the office",
    speaker: null,
    act: "deny",
    content: ["the lamps", "were out"],
    nested: true,
    shown: false,
  } as const
  const wide = claimLines(claim, { columns: 80, style })
  assert.equal(wide.length, 1)
  assert.match(wide[0]!, /^\? {2}↳ the office {2,}deny {2,}the lamps … were out$/)
  const narrow = claimLines(claim, { columns: 40, style })
  assert.deepEqual(narrow, ["?  ↳ the office · deny", "     the lamps … were out"])
})

test("says so where nobody is named", () => {
  const claim = {
    source: null,
    speaker: null,
    act: "assert",
    content: ["it sank"],
    nested: false,
    shown: true,
  } as const
  assert.match(claimLines(claim, { columns: 80, style })[0]!, /\(nobody named\)/)
})

test.each([
  ["he", "Oru Vane", /^ {3}he \(Oru Vane\) {2,}assert/],
  ["the warden", "Oru Vane", /^ {3}the warden \(Oru Vane\) {2,}assert/],
  ["Vane, the warden", "Oru Vane", /^ {3}Vane, the warden {2,}assert/],
  ["VANE", "Oru Vane", /^ {3}VANE {2,}assert/],
  ["he", null, /^ {3}he {2,}assert/],
])("beside %j stands the resolved name %j only where it tells something", (source, speaker, expected) => {
  const claim = { source, speaker, act: "assert", content: ["it sank"], nested: false, shown: true } as const
  assert.match(claimLines(claim, { columns: 120, style })[0]!, expected)
})

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: "1" }, true, false],
  [{ NO_COLOR: "" }, true, true],
  [{ TERM: "dumb" }, true, false],
  [{ FORCE_COLOR: "1" }, false, true],
  [{ FORCE_COLOR: "1", NO_COLOR: "1" }, false, true],
  [{ FORCE_COLOR: "0" }, true, false],
])("with %j and a terminal: %j, colours are on: %j", (env, isTerminal, expected) => {
  assert.equal(hasColours(env, isTerminal), expected)
})
