import assert from "node:assert/strict"
import { Readable } from "node:stream"
import { test } from "vitest"
import type { Reader } from "../../src/cli/parts.ts"
import { cleanOnly } from "../../src/pipeline.ts"
import { stage } from "./stage.ts"

const LEFT = { published: "2031-05-01", publisher: "Halm Courier", text: "Police said nine people were hurt." }
const RIGHT = { published: "2031-05-02", publisher: "Dorn Mail", text: "No one was hurt, the mayor said, denying it." }
const FOCUS = { left: "nine people were hurt", right: "No one was hurt" }
const PAIR = { id: "a1", left: LEFT, right: RIGHT, focus: FOCUS }

/** Reads no attributions: what is tested here needs none. */
const reader: Reader = {
  isCurrent: () => false,
  read: async (snapshot, input, options) => cleanOnly(snapshot, input, options),
  close: async () => {},
}

async function run(lines: readonly unknown[], ...options: string[]) {
  const stdin = Readable.from([
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  ])
  const parts = { openPipeline: async () => reader }
  return await stage({ io: { stdin }, parts }).run("relate", "--pairs", "-", ...options)
}

test("each pair gets a verdict, a score and a reason, in the order of the lines", async () => {
  const { status, out } = await run([PAIR, { ...PAIR, id: "a2" }], "--json")
  const rows = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  assert.equal(status, 0)
  assert.deepEqual(
    rows.map(({ id }) => id),
    ["a1", "a2"],
  )
  assert.deepEqual(Object.keys(rows[0]), ["id", "verdict", "score", "why"])
  assert.match(rows[0].why, /1 day later/)
})

test("verdicts in the input are not read", async () => {
  const given = await run([{ ...PAIR, verdict: "unsure", why: "because" }], "--json")
  assert.equal(given.out, (await run([PAIR], "--json")).out)
})

test("without --json a row a pair is printed", async () => {
  const { out } = await run([PAIR])
  assert.match(out, /^a1 +[a-z-]+ +\d\.\d\d +Halm Courier/)
})

test("lines that are no pair are named with what to do, and the others are done", async () => {
  const noFocus = { ...PAIR, focus: { left: "ten people", right: FOCUS.right } }
  const noWords = { ...PAIR, focus: { left: FOCUS.left } }
  const noText = { ...PAIR, left: { publisher: "Halm Courier" } }
  const noDate = { ...PAIR, left: { ...LEFT, published: "last May" } }
  const { status, out, err } = await run(
    ["{", noFocus, noWords, noText, noDate, { ...PAIR, id: null }, "[]", "", PAIR],
    "--json",
  )
  assert.equal(status, 1)
  assert.equal(out.trim().split("\n").length, 1)
  assert.match(err, /-:1: the line is no JSON; write/)
  assert.match(err, /-:2: the words of the claim on the left, "ten people", do not stand in its text; copy them/)
  assert.match(err, /-:3: `focus` has no words for `right`/)
  assert.match(err, /-:4: `left` has no `text`/)
  assert.match(err, /-:5: `published` of `left` is no date; write it as/)
  assert.match(err, /-:6: the pair has no `id`/)
  assert.match(err, /-:7: the pair has no `id`/)
})

test("a file that is not there is an error that names it", async () => {
  const { status, err } = await stage().run("relate", "--pairs", "/nowhere/pairs.jsonl")
  assert.notEqual(status, 0)
  assert.match(err, /\/nowhere\/pairs\.jsonl/)
})
