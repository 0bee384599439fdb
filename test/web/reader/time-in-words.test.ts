import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { timeInWords } from "../../../src/web/reader/time-in-words.ts"

test.each([
  ["2023-05-23", "23 May 2023"],
  ["2023-05", "May 2023"],
  ["2023", "2023"],
  ["2025-03-11T01:00", "11 March 2025, 01:00"],
  ["2023-W05", "week 5 of 2023"],
  ["2022-SU", "summer 2022"],
  ["2025-03-12TNI", "12 March 2025, night"],
  ["P3D", "3 days"],
  ["P1Y", "1 year"],
  ["PT2H", "2 hours"],
  ["P6M", "6 months"],
  ["PT6M", "6 minutes"],
  ["FUTURE_REF", "a time to come"],
])("tells %s as %j", (value, words) => {
  assert.equal(timeInWords(value), words)
})

test.each(["199", "2023-Q1", "PXD", "2023-02-30", "P2DT3H", "XXXX-WXX-1", ""])("leaves %j as it is", (value) => {
  assert.equal(timeInWords(value), value)
})

test("has words for whatever comes, and never throws", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (value) => typeof timeInWords(value) === "string"))
})
