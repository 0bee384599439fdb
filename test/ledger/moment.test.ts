import assert from "node:assert/strict"
import { test } from "vitest"
import { publishedMoment } from "../../src/ledger/moment.ts"
import { parseDate } from "../../src/model/date.ts"

const isoOf = (value: string): string => new Date(publishedMoment(parseDate(value)) ?? Number.NaN).toISOString()

test("a date stands where it begins, in UTC when it names no zone", () => {
  assert.equal(isoOf("2023"), "2023-01-01T00:00:00.000Z")
  assert.equal(isoOf("2023-05"), "2023-05-01T00:00:00.000Z")
  assert.equal(isoOf("2023-05-24"), "2023-05-24T00:00:00.000Z")
  assert.equal(isoOf("2023-05-24T08:10"), "2023-05-24T08:10:00.000Z")
  assert.equal(isoOf("2023-05-24T08:10Z"), "2023-05-24T08:10:00.000Z")
})

test("a zone is reckoned in, with or without its colon", () => {
  assert.equal(isoOf("2023-05-24T08:10+02:00"), "2023-05-24T06:10:00.000Z")
  assert.equal(isoOf("2023-05-24T08:10:30.5-0530"), "2023-05-24T13:40:30.500Z")
})

test("no date and what is none have no moment", () => {
  assert.equal(publishedMoment(null), null)
  assert.equal(publishedMoment({ value: "last week", precision: "day" }), null)
})
