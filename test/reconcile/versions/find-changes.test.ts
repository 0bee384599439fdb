import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { type Change, findChanges } from "../../../src/reconcile/versions/find-changes.ts"

const told = (changes: readonly Change[]) =>
  changes.map(({ kind, pieces }) => [kind, pieces.map(({ kind, words }) => `${MARK[kind]}${words}`).join("|")])
const MARK = { kept: "", removed: "-", added: "+" }

test("a figure that was corrected is a changed paragraph, with the words that went and came", () => {
  const before = "The mill burned.\n\nTwelve people were hurt, the brigade said.\n\nThe cause is not known."
  const after = before.replace("Twelve", "Nineteen")
  assert.deepEqual(told(findChanges(before, after)), [
    ["changed", "-Twelve|+Nineteen| people were hurt, the brigade said."],
  ])
  const [change] = findChanges(before, after)
  assert.equal(before.slice(change!.before!.start, change!.before!.end), "Twelve people were hurt, the brigade said.")
  assert.equal(after.slice(change!.after!.start, change!.after!.end), "Nineteen people were hurt, the brigade said.")
})

test("paragraphs that came or went are told as such, in the order of the new text", () => {
  assert.deepEqual(
    told(findChanges("One stays.\nTwo goes away.\nThree stays.", "Zero came in.\nOne stays.\nThree stays.")),
    [
      ["added", "+Zero came in."],
      ["removed", "-Two goes away."],
    ],
  )
})

test("a paragraph that has little in common with the one in its place is another one", () => {
  assert.deepEqual(told(findChanges("The ferry was late.", "Rain fell on all of the valley.")), [
    ["added", "+Rain fell on all of the valley."],
    ["removed", "-The ferry was late."],
  ])
})

test("white space and empty lines change nothing", () => {
  assert.deepEqual(findChanges("One  line.\n\nTwo.", "One line. \nTwo.\n\n"), [])
})

const paragraph = fc.array(fc.constantFrom("ferry", "mill", "Oster", "12", "said", "burned"), {
  minLength: 1,
  maxLength: 6,
})
const text = fc.array(paragraph, { maxLength: 8 }).map((lines) => lines.map((words) => words.join(" ")).join("\n"))

test("what is kept and removed gives the old paragraphs, what is kept and added the new ones", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      for (const { before: old, after: now, pieces } of findChanges(before, after)) {
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map(({ words }) => words)
            .join("")
        if (old) assert.equal(without("added"), before.slice(old.start, old.end))
        if (now) assert.equal(without("removed"), after.slice(now.start, now.end))
      }
    }),
  )
})

test("a text against itself has no changes, whatever is in it", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (any) => assert.deepEqual(findChanges(any, any), [])))
})

test("three thousand lines that all changed are told apart", () => {
  const lines = (word: string) => Array.from({ length: 3000 }, (_, at) => `${word}${at} of the list`).join("\n")
  assert.equal(findChanges(lines("a"), lines("b")).length, 3000)
})
