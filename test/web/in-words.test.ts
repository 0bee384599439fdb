import assert from "node:assert/strict"
import { test } from "vitest"
import { parseDate } from "../../src/model/date.ts"
import { confidenceInWords, countsInWords, dateInWords, many } from "../../src/web/in-words.ts"

test("counts are said in one line, with the documents that were not read for attributions", () => {
  assert.equal(
    countsInWords({ shown: 14, doubtful: 9, documents: 31, attributed: 31 }),
    "14 shown, 9 doubtful, 31 documents read",
  )
  assert.equal(
    countsInWords({ shown: 1204, doubtful: 0, documents: 1, attributed: 0 }),
    "1,204 shown, 0 doubtful, 1 document read (1 of them not for attributions)",
  )
  assert.equal(many(1, "reading"), "1 reading")
})

test("a date is said as precisely as it is known", () => {
  const said = (value: string) => dateInWords(parseDate(value))
  assert.equal(said("2031"), "2031")
  assert.equal(said("2031-03"), "March 2031")
  assert.equal(said("2031-03-04"), "4 March 2031")
  assert.equal(said("2031-03-04T08:10Z"), "4 March 2031, 08:10 UTC")
  assert.equal(said("2031-03-04T08:10:59+02:00"), "4 March 2031, 08:10 (UTC+02:00)")
  assert.equal(said("2031-03-04T08:10"), "4 March 2031, 08:10")
  assert.equal(dateInWords(null), "no date")
})

test("a confidence is never said to be certain", () => {
  assert.equal(confidenceInWords(0.999), "high confidence, 99 %")
  assert.equal(confidenceInWords(0.72), "fair confidence, 72 %")
  assert.equal(confidenceInWords(0.4), "low confidence, 40 %")
})
