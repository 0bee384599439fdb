import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import {
  dayNumber,
  dayOf,
  dayValue,
  easter,
  monthValue,
  nthWeekday,
  quarterValue,
  weekdayOf,
  weekValue,
} from "../../src/date/calendar.ts"

test("counts days from 1 January 1970, a Thursday", () => {
  assert.equal(dayNumber(1970, 1, 1), 0)
  assert.equal(weekdayOf(0), 4)
  assert.equal(dayNumber(2024, 2, 29), 19782)
})

test("knows which days are none of the calendar", () => {
  for (const [year, month, day] of [
    [2023, 2, 29],
    [2023, 13, 1],
    [2023, 4, 31],
    [0, 1, 1],
    [10000, 1, 1],
    [2023, 1, 0],
  ] as const) {
    // biome-ignore format: a table
    assert.equal(dayNumber(year, month, day), null)
  }
})

test("gives a day back as it was put in, in every year to 9999", () => {
  const day = fc.record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }) // biome-ignore format: one shape
  fc.assert(fc.property(day, (day) => assert.deepEqual(dayOf(dayNumber(day.year, day.month, day.day)!), { ...day })))
})

test("numbers weeks as ISO 8601 does, over the ends of years", () => {
  assert.equal(weekValue(dayNumber(2021, 1, 3)!), "2020-W53")
  assert.equal(weekValue(dayNumber(2021, 1, 4)!), "2021-W01")
  assert.equal(weekValue(dayNumber(2018, 12, 31)!), "2019-W01")
})

test("writes days, months and quarters as TIMEX3 values, and null out of the calendar", () => {
  assert.equal(dayValue(0), "1970-01-01")
  assert.equal(monthValue(2023 * 12 + 11), "2023-12")
  assert.equal(quarterValue(2023 * 4 + 3), "2023-Q4")
  assert.equal(monthValue(-1), null)
})

test("finds Easter", () => {
  assert.equal(dayValue(easter(2024)!), "2024-03-31")
  assert.equal(dayValue(easter(2025)!), "2025-04-20")
})

test("finds the first, the fourth and the last such weekday of a month", () => {
  assert.equal(dayValue(nthWeekday({ year: 2023, month: 11, weekday: 4, nth: 4 })!), "2023-11-23")
  assert.equal(dayValue(nthWeekday({ year: 2023, month: 5, weekday: 1, nth: -1 })!), "2023-05-29")
  assert.equal(nthWeekday({ year: 2023, month: 2, weekday: 3, nth: 5 }), null)
})
