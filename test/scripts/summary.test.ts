import assert from "node:assert/strict"
import { test } from "vitest"
import { type Report, summary } from "../../scripts/summary.mjs"

const GOOD: Report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, testResults: [] }
const ALL_WELL = { failures: 0, status: 0 }

test("counts what passed, failed and was left out", () => {
  assert.deepEqual(summary(GOOD, ALL_WELL), { line: "7 passed, 0 failed, 3 skipped", ok: true })
  const bad = {
    ...GOOD,
    numFailedTests: 2,
    testResults: [{ status: "failed", assertionResults: [{ status: "failed" }] }],
  }
  assert.deepEqual(summary(bad, { failures: 0, status: 1 }), { line: "7 passed, 2 failed, 3 skipped", ok: false })
})

test("a file that could not be loaded is a failure", () => {
  const broken = { ...GOOD, testResults: [{ status: "failed", assertionResults: [] }] }
  assert.deepEqual(summary(broken, { failures: 0, status: 1 }), { line: "7 passed, 1 failed, 3 skipped", ok: false })
})

test("types and lint that failed are failures", () => {
  assert.deepEqual(summary(GOOD, { failures: 2, status: 0 }), { line: "7 passed, 2 failed, 3 skipped", ok: false })
})

test("a run that broke down without a failed test is a failure all the same", () => {
  assert.deepEqual(summary(GOOD, { failures: 0, status: 1 }), { line: "7 passed, 1 failed, 3 skipped", ok: false })
  assert.deepEqual(summary(null, ALL_WELL), { line: "0 passed, 1 failed, 0 skipped", ok: false })
})
