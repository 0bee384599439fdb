import assert from "node:assert/strict"
import { test } from "vitest"
import { endOf } from "../../src/cli/as-of.ts"
import { parseDate } from "../../src/model/date.ts"

test("a date ends with its last millisecond, in UTC where it names no zone", () => {
  const ends = {
    "2031": "2031-12-31T23:59:59.999Z",
    "2031-02": "2031-02-28T23:59:59.999Z",
    "2031-12": "2031-12-31T23:59:59.999Z",
    "2031-12-31": "2031-12-31T23:59:59.999Z",
    "2031-03-12T08:10": "2031-03-12T08:10:59.999Z",
    "2031-03-12T08:10:30+02:00": "2031-03-12T06:10:30.999Z",
  }
  for (const [date, end] of Object.entries(ends))
    assert.equal(new Date(endOf(parseDate(date)!)).toISOString(), end, date)
})
