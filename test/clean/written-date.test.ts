import assert from "node:assert/strict"
import { test } from "vitest"
import { eitherDay, findWrittenDate, findWrittenDates } from "../../src/clean/written-date.ts"

const value = (text: string): string | null => findWrittenDate(text)?.value ?? null

test("reads dates as people write them", () => {
  for (const text of [
    "24 May 2023",
    "Published on 24th May, 2023",
    "May 24, 2023",
    "Wed., May 24th 2023",
    "24. Mai 2023",
    "24 de mayo de 2023",
    "24 maggio 2023",
    "2023-05-24",
    "20230524",
    "24/05/2023",
    "05/24/2023",
    "24.05.2023",
    "2023/5/24",
    "24 мая 2023",
  ]) {
    assert.equal(value(text), "2023-05-24", text)
  }
})

test("reads the time of day and the zone beside a date", () => {
  assert.equal(value("May 24, 2023, 8:10 a.m. EDT"), "2023-05-24T08:10-04:00")
  assert.equal(value("24 May 2023 at 12.05 PM"), "2023-05-24T12:05")
  assert.equal(value("May 24, 2023 12:05 am"), "2023-05-24T00:05")
  assert.equal(value("2023-05-24T08:10:30.123+02:00"), "2023-05-24T08:10:30+02:00")
  assert.deepEqual(findWrittenDate("2023-05-24 08:10"), { value: "2023-05-24T08:10", precision: "minute" })
})

test("does not guess: no date, no day of the calendar, a day that could be a month", () => {
  for (const text of [
    "",
    "in May",
    "31 February 2023",
    "05/06/2023",
    "24 Maybe 2023",
    "room 1220231",
    "12 men in 2023",
  ])
    assert.equal(value(text), null, text)
})

test("all dates of a text are found where they stand, at most four", () => {
  const text = "Posted 24 May 2023, changed May 26, 2023 and 2023-05-28"
  assert.deepEqual(
    findWrittenDates(text).map(({ date, start, end }) => [date.value, text.slice(start, end)]),
    [["2023-05-24", "24 May 2023"], ["2023-05-26", "May 26, 2023"], ["2023-05-28", "2023-05-28"]], // biome-ignore format: one line
  )
  assert.equal(findWrittenDates("1 May 2023, 2 May 2023, 3 May 2023, 4 May 2023, 5 May 2023").length, 4)
})

test("two numbers that can both be months are either day, others are not", () => {
  assert.deepEqual(eitherDay("on 03/04/2021"), ["2021-04-03", "2021-03-04"])
  for (const text of ["13/04/2021", "04/04/2021", "03.04.2021", "2021-03-04", ""])
    assert.equal(eitherDay(text), null, text)
})
