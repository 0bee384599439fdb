import assert from "node:assert/strict"
import { test } from "vitest"
import { readWireMarks, WIRE_MARKS } from "../../src/lexicon/wire-marks.ts"

test("every mark has words, in lower case, without numbers", () => {
  const marks = readWireMarks()
  assert.deepEqual([...new Set(marks.values())].sort(), [...WIRE_MARKS].sort())
  for (const words of marks.keys()) assert.match(words, /^[a-z][a-z -]*[a-z]$/)
})

test("no word that headlines are full of withdraws a story", () => {
  const marks = readWireMarks()
  for (const word of ["killed", "held", "withdrawn", "new", "lead-free"]) assert.equal(marks.get(word), undefined, word)
})
