import assert from "node:assert/strict"
import { test } from "vitest"
import { isRunning } from "../../../eval/lines/is-running.ts"

const PARAGRAPH = "The ferry ran aground near Hale on Tuesday, the harbour said."

test("a text is a running one when half of its lines are paragraphs", () => {
  assert.ok(isRunning(`What is known\n${PARAGRAPH}`))
  assert.ok(!isRunning(`What is known\nWho was aboard\n${PARAGRAPH}`))
  assert.ok(!isRunning(""))
})
