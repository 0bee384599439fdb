import assert from "node:assert/strict"
import { test } from "vitest"
import { type Column, markdownTable } from "../../eval/markdown-table.ts"

const COLUMNS: readonly Column<{ name: string; share: number }>[] = [
  ["name", ({ name }) => name],
  ["share", ({ share }) => share.toFixed(1)],
]

test("each row is a line, as wide as its widest cell or its head", () => {
  assert.deepEqual(markdownTable(COLUMNS, [{ name: "a long one", share: 0.5 }]), [
    "| name       | share |",
    "|------------|-------|",
    "| a long one | 0.5   |",
  ])
})

test("no rows leave the head", () => {
  assert.deepEqual(markdownTable(COLUMNS, []), ["| name | share |", "|------|-------|"])
})
