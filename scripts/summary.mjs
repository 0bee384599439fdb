/**
 * @typedef {{ status: string }} Outcome
 * @typedef {Outcome & { assertionResults: Outcome[] }} TestFile
 * @typedef {object} Report
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {TestFile[]} testResults
 */

/**
 * The last line of a run of the tests and whether all is well. `report` is what vitest's JSON reporter
 * wrote, null when it wrote nothing; `failures` counts what failed beside the tests, and `status` is vitest's own.
 * @param {Report | null} report
 * @param {{ failures: number, status: number }} outcome
 * @returns {{ line: string, ok: boolean }}
 */
export function summary(report, { failures, status }) {
  const passed = report?.numPassedTests ?? 0
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  const failed = (report?.numFailedTests ?? 0) + brokenFiles(report) + failures
  // A run that broke down without a failed test (an error outside of all tests, no report) is a failure still.
  const all = failed === 0 && (status !== 0 || report === null) ? 1 : failed
  return { line: `${passed} passed, ${all} failed, ${skipped} skipped`, ok: all === 0 }
}

/**
 * Test files that could not even be loaded: failed, with no failed test in them.
 * @param {Report | null} report
 */
function brokenFiles(report) {
  const files = report?.testResults ?? []
  return files.filter(({ status, assertionResults }) => status === "failed" && !assertionResults.some(isFailed)).length
}

/** @param {Outcome} outcome */
const isFailed = ({ status }) => status === "failed"
