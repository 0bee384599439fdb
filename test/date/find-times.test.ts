import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { findTimes } from "../../src/date/find-times.ts"
import { loadTimes } from "../../src/lexicon/times.ts"
import type { Analysis } from "../../src/model/analysis.ts"
import { parseDate } from "../../src/model/date.ts"
import { toText } from "../../src/model/text.ts"

const lexicon = loadTimes()

const analysed = (text: string): Analysis => ({
  text: toText(text),
  paragraphs: [],
  quotations: [],
  names: [],
  sentences: [],
})

const timesOf = (text: string, published: string | null) =>
  findTimes(analysed(text), published === null ? null : parseDate(published), lexicon)

/** Each time as "words = value". */
const valuesOf = (text: string, published: string | null): string[] =>
  timesOf(text, published).map(({ start, end, value }) => `${text.slice(start, end)} = ${value}`)

/** A Wednesday. */
const DAY = "2023-05-24"

const CASES: readonly (readonly [text: string, ...times: string[]])[] = [
  ["The mayor said on Wednesday that", "Wednesday = 2023-05-24"],
  ["The bridge fell late Tuesday.", "late Tuesday = 2023-05-23"],
  ["The council will meet on Friday.", "Friday = 2023-05-26"],
  ["The council met on Friday.", "Friday = 2023-05-19"],
  ["They will look into Friday's vote.", "Friday = 2023-05-19"],
  ["It rained last week and early last summer.", "last week = 2023-W20", "early last summer = 2022-SU"],
  ["On 3 May the dam broke. The previous day had been dry.", "3 May = 2023-05-03", "The previous day = 2023-05-02"],
  ["She has lived there since February.", "February = 2023-02"],
  ["They held out for three days.", "three days = P3D"],
  ["Sales for fiscal 2021 fell in the third quarter.", "fiscal 2021 = 2021", "the third quarter = 2022-Q3"],
  ["Profit rose in the first quarter from a year earlier.", "the first quarter = 2023-Q1", "a year earlier = 2022-Q1"],
  ["He recently moved and is now free.", "recently = PAST_REF", "now = PRESENT_REF"],
  ["Prices fell in the 1990s and the late '80s.", "the 1990s = 199", "the late '80s = 198"],
  ["The fair runs Nov. 2-5.", "Nov. 2 = 2023-11-02", "5 = 2023-11-05"],
  ["The offer runs until 5 p.m. EST, June 6.", "5 p.m. EST, June 6 = 2023-06-06T17:00"],
  ["The doors opened at 9:30 a.m. on 3 May.", "9:30 a.m. on 3 May = 2023-05-03T09:30"],
  ["The ban had been due to expire on Monday.", "Monday = 2023-05-22"],
  ["Profit rose in the quarter ended April 30.", "the quarter = 2023-Q1", "April 30 = 2023-04-30"],
  ["It lost money in the first quarter. In the 2021 period it made some.", "the first quarter = 2023-Q1", "the 2021 period = 2021-Q1"],
  ["The siren went off at 6:30 p.m. Tuesday.", "6:30 p.m. Tuesday = 2023-05-23T18:30"],
  ["He waited 24 hours.", "24 hours = PT24H"],
  ["It was found two weeks ago, ten days later than hoped.", "two weeks ago = 2023-W19", "ten days = P10D"],
  ["The treaty of 12 March 1987 ended it.", "12 March 1987 = 1987-03-12"],
  ["They meet every Monday and each July.", "every Monday = XXXX-WXX-1", "each July = XXXX-07"],
  ["Votes are counted daily.", "daily = P1D"],
  ["The 19th century mill burned last night.", "The 19th century = 18", "last night = 2023-05-23TNI"],
  ["The shop opens on Christmas Day.", "Christmas Day = 2023-12-25"],
  ["They married on Easter Sunday 2021.", "Easter Sunday 2021 = 2021-04-04"],
  ["In nineteen eighty-four he left.", "nineteen eighty-four = 1984"],
  ["In 2022 the pump failed; a year later it was sold.", "2022 = 2022", "a year later = 2023"],
  ["In 2023 the pump failed, more than a year later.", "2023 = 2023", "more than a year = P1Y"],
  ["On Monday it fell; late-night talks began in the morning.", "Monday = 2023-05-22", "the morning = 2023-05-22TMO"],
  ["For several months nobody knew.", "several months = PXM"],
  ["The town grew in the next few years.", "the next few years = PXY"],
  ["The fair ran Nov. 2-5, 2019.", "Nov. 2 = 2019-11-02", "5, 2019 = 2019-11-05"],
  ["It took a year and a half, then 3 1/2 years.", "a year and a half = P1.5Y", "3 1/2 years = P3.5Y"],
  ["Two and a half hours is a while.", "Two and a half hours = PT2.5H", "a while = PXX"],
  ["A quarter of a century is over.", "A quarter of a century = P25Y"],
  ["After weeklong rain a day-long sale and a two-year lease began.", "weeklong = P1W", "day-long = P1D", "two-year = P2Y"],
  ["It shook at 8:30 p.m. local time on Monday.", "8:30 p.m. local time on Monday = 2023-05-22T20:30"],
  ["He left at 3 o'clock in the afternoon.", "3 o'clock in the afternoon = 2023-05-24T15:00"],
  ["She died on the morning of 12 May.", "the morning of 12 May = 2023-05-12TMO"],
  ["He arrived the day before yesterday.", "the day before yesterday = 2023-05-22"],
  ["Tuesday nights were quiet, in summers too.", "Tuesday nights = XXXX-WXX-2TNI", "summers = XXXX-SU"],
  ["In Q3 2022 and the second half of the year it grew.", "Q3 2022 = 2022-Q3", "the second half of the year = 2023-H2"],
  ["The mill dates from the 1800s.", "the 1800s = 18"],
  ["She could be back as soon as Friday.", "Friday = 2023-05-26"],
  ["They gave the firm until June to pay.", "June = 2023-06"],
  ["They asked to stop it, but in March a court ruled.", "March = 2023-03"],
  ["It rained over the weekend.", "the weekend = 2023-W20-WE"],
  ["It grew over the last week.", "the last week = P1W"],
  ["In recent weeks, and in recent weeks and months, it fell.", "recent weeks = PXW", "recent weeks and months = PAST_REF"],
  ["Debt fell since year-end 2021 and will by year-end.", "year-end 2021 = 2021-12-31", "year-end = 2023-12-31"],
  ["After a flat fourth quarter, profit rose in the first quarter from a year ago.", "fourth quarter = 2022-Q4", "the first quarter = 2023-Q1", "a year ago = 2022-Q1"],
  ["First-quarter profit rose; after a weak fourth quarter it beat that of a year earlier.", "First-quarter = 2023-Q1", "fourth quarter = 2022-Q4", "a year earlier = 2022-Q1"],
  ["The trial is to start on Monday.", "Monday = 2023-05-29"],
  ["He is due in court on Thursday; the envoy arrives Friday.", "Thursday = 2023-05-25", "Friday = 2023-05-26"],
  ["The bank said on Tuesday it will cut rates on Thursday.", "Tuesday = 2023-05-23", "Thursday = 2023-05-25"],
  ["It rained between 1 and 5 May and on 7-9 May.", "1 = 2023-05-01", "5 May = 2023-05-05", "7 = 2023-05-07", "9 May = 2023-05-09"],
  ["In the last week of April it thawed.", "April = 2023-04"],
  ["It opened on 25.12.2012.", "25.12.2012 = 2012-12-25"],
  ["The fair ran Monday through Friday.", "Monday = 2023-05-22", "Friday = 2023-05-26"],
  ["It will close between Tuesday and Thursday.", "Tuesday = 2023-05-30", "Thursday = 2023-06-01"],
  ["The week before last was wet, the year before last dry.", "The week before last = 2023-W19", "the year before last = 2021"],
  ["In 2019 it rose; it had fallen the year before.", "2019 = 2019", "the year before = 2018"],
  ["The other day it rained; it will one day open.", "The other day = PAST_REF", "one day = FUTURE_REF"],
  ["One day he left.", "One day = P1D"],
  ["The 2018 day five was wet.", "2018 = 2018"],
  ["It took two years and three months, then two hours and 15 minutes.", "two years and three months = P2Y3M", "two hours and 15 minutes = PT2H15M"],
  ["He left ten years and five months ago.", "ten years = P10Y", "five months ago = 2022-12"],
  ["Sales fell in 2021's third quarter; it will pay by year's end.", "2021's third quarter = 2021-Q3", "year's end = 2023-12-31"],
  ["The latest period was poor.", "The latest period = 2023-Q1"],
  ["The mayor urged people to vote in the poll on Sunday, which he called decisive.", "Sunday = 2023-05-21"],
  ["The envoy is flying to Oruvia on Friday.", "Friday = 2023-05-26"],
  ["In '19 the pump failed; fiscal '21 was worse, Oct. '22 better.", "'19 = 2019", "fiscal '21 = 2021", "Oct. '22 = 2022-10"],
  ["The early 1980's were wet, the late '60's dry.", "The early 1980's = 198", "the late '60's = 196"],
  ["It was signed on 10/30/89.", "10/30/89 = 1989-10-30"],
  ["It fell on Friday the 12th.", "Friday the 12th = 2023-05-12"],
  ["On 9 May it closed; that Friday it opened.", "9 May = 2023-05-09", "that Friday = 2023-05-12"],
  ["It met on May 3, 5 and 8.", "May 3 = 2023-05-03", "5 = 2023-05-05", "8 = 2023-05-08"],
  ["It met on the 3rd and 4th of May.", "3rd = 2023-05-03", "4th of May = 2023-05-04"],
  ["Profit rose in the week ended May 13 and the month ended March 31.", "the week = 2023-W19", "May 13 = 2023-05-13", "the month = 2023-03", "March 31 = 2023-03-31"],
  ["First-half profit rose to $3 million.", "First-half = 2023-H1"],
  ["Profit rose from the year-ago quarter; the prior-year quarter was poor.", "the year-ago quarter = 2022-Q1", "the prior-year quarter = 2022-Q1"],
  ["First-quarter profit rose from the same period last year.", "First-quarter = 2023-Q1", "the same period last year = 2022-Q1"],
  ["First-quarter profit beat that of the corresponding quarter of 2019 and last year's quarter.", "First-quarter = 2023-Q1", "the corresponding quarter of 2019 = 2019-Q1", "last year's quarter = 2022-Q1"],
  ["Rents in April rose 3% from a year earlier.", "April = 2023-04", "a year earlier = 2022-04"],
  ["Rents fell in the prior year.", "the prior year = 2022"],
  ["It will end by midyear.", "midyear = 2023"],
  ["It opened half a century ago, a quarter-century ago, a year or so ago and half a year ago.", "half a century ago = 1973", "a quarter-century ago = 1998", "a year or so ago = 2022", "half a year ago = 2022-11"],
  ["It was long ago, a long time ago, five or six weeks ago.", "long ago = PAST_REF", "a long time ago = PAST_REF", "five or six weeks ago = PAST_REF"],
  ["They will soon open.", "soon = FUTURE_REF"],
  ["It is shut on weekends.", "weekends = XXXX-WXX-WE"],
  ["On 9 May it closed; later in the day it opened.", "9 May = 2023-05-09", "later in the day = 2023-05-24"],
  ["On Tuesday it closed; later in the day it opened.", "Tuesday = 2023-05-23", "later in the day = 2023-05-23"],
  ["It shook at 10pm on Tuesday and at 9am and 2.45pm.", "10pm on Tuesday = 2023-05-23T22:00", "9am = 2023-05-23T09:00", "2.45pm = 2023-05-23T14:45"],
  ["It shook at 10:35 a.m. (0735 GMT) Tuesday.", "10:35 a.m. = 2023-05-23T10:35", "Tuesday = 2023-05-23"],
  ["It shook on Monday at 8 a.m., this morning at 7:30 and at 11:30 last night.", "Monday at 8 a.m. = 2023-05-22T08:00", "this morning at 7:30 = 2023-05-24T07:30", "11:30 last night = 2023-05-23T23:30"],
  ["They may come as early as Monday.", "early as Monday = 2023-05-29"],
  ["The 2018 elections were close, as in pre-1970 times.", "2018 = 2018", "1970 = 1970"],
  ["In January-March it rained, in the years 2001 and 2002 it did not.", "January = 2023-01", "March = 2023-03", "2001 = 2001", "2002 = 2002"],
  ["It took two and one-half years.", "two and one-half years = P2.5Y"],
  ["It took half a dozen years.", "a dozen years = P6Y"],
] // biome-ignore format: a table

test.each(CASES)("reads the times of: %s", (text, ...times) => {
  assert.deepEqual(valuesOf(text, DAY), times)
})

const NONE = [
  "She may march to the sea in a second.",
  "Prices fall as a spring breaks.",
  "The 25-year-old driver, 52 years old, sat down.",
  "The sun was out; he had a fall.",
  "It cost $1998 and 2000 people came to 2000 houses.",
  "The score was 3:2 after the break.",
  "At least 1500 local residents and three-quarters of the boats were there.",
  "He is 6'10\" tall, in his mid-50s, and fond of '60 Steps' and '12 Tall Trees'.",
  "A first-half goal won it, and the second half was dull.",
  "The board kept its quarterly dividend, which rose 8% annually.",
  "I am as soon as ever there, but not too soon, and soon after she came.",
  "The Daily Oruvian and the Sunday Oruvian wrote of it.",
] as const

test.each(NONE)("finds no time in: %s", (text) => {
  assert.deepEqual(valuesOf(text, DAY), [])
})

test("guesses nothing where the document has no date, and still reads what stands by itself", () => {
  const text =
    "On Friday, Oct. 3, last week, yesterday, in May 2019, for two days, a year ago, at noon and on 4 July 2020."
  assert.deepEqual(valuesOf(text, null), [
    "Friday, Oct. 3 = null",
    "last week = null",
    "yesterday = null",
    "May 2019 = 2019-05",
    "two days = P2D",
    "a year ago = null",
    "noon = XXXX-XX-XXT12:00",
    "4 July 2020 = 2020-07-04",
  ])
})

test("counts hours and minutes back from the time of day of writing, where there is one", () => {
  assert.deepEqual(valuesOf("It fell two hours ago, or 30 minutes ago.", "2023-05-24T01:10Z"), [
    "two hours ago = 2023-05-23T23:10",
    "30 minutes ago = 2023-05-24T00:40",
  ])
  assert.deepEqual(valuesOf("It fell two hours ago.", DAY), ["two hours ago = null"])
})

test("reads “the '20s” only where they cannot be those of this century", () => {
  assert.deepEqual(valuesOf("in the '20s", "2013-05-22"), ["the '20s = 192"])
  assert.deepEqual(valuesOf("in the '20s", DAY), ["the '20s = null"])
})

test("resolves no day against a date that is only a year", () => {
  assert.deepEqual(valuesOf("It fell on Friday, last month and last year.", "2023"), [
    "Friday = null",
    "last month = null",
    "last year = 2022",
  ])
})

test("gives no value to a day that is none of the calendar", () => {
  assert.deepEqual(valuesOf("on 31 February 2023 and Feb. 30", DAY), ["31 February 2023 = null", "Feb. 30 = null"])
})

test("gives no value to a date in digits that can be read in two ways", () => {
  assert.deepEqual(valuesOf("5/6/2020, 25/6/2020, 2020-06-25", DAY), [
    "5/6/2020 = null",
    "25/6/2020 = 2020-06-25",
    "2020-06-25 = 2020-06-25",
  ])
})

test("a document dated in the future is read against that date", () => {
  assert.deepEqual(valuesOf("It fell on Tuesday and last year.", "2199-05-22"), [
    "Tuesday = 2199-05-21",
    "last year = 2198",
  ])
})

test("takes a date far in the future or in the first years as it comes", () => {
  assert.deepEqual(valuesOf("Last Monday, two years ago.", "9999-12-31"), [
    "Last Monday = 9999-12-27",
    "two years ago = 9997",
  ])
  assert.deepEqual(valuesOf("Five years ago.", "0003-01-01"), ["Five years ago = null"])
})

test("says with each time how it was found", () => {
  const [time] = timesOf("It broke on Monday.", DAY)
  assert.equal(time?.precision, "day")
  assert.deepEqual(time?.because, ["a day of the week", "the last one up to the day of writing"])
})

test("sets no year that nobody named before a quarter when the document has no date", () => {
  assert.deepEqual(valuesOf("It fell from the year-ago quarter, the prior year and the same period last year.", null), [
    "the year-ago quarter = null",
    "the prior year = null",
    "the same period last year = null",
  ])
})

test("does not join words over a blank line", () => {
  assert.deepEqual(valuesOf("It ended in May\n\n2 men came.", DAY), ["May = 2023-05"])
})

const WORDS = [...lexicon.words.keys(), "May", "March", "Friday", "Feb.", "31", "'88", "10/30/89", "half", "soon", "9am", "(", ")", "GMT", "1998", "9".repeat(400), "-", "'s", ".", "10:30", "p.m.", "\n\n", "the", "a", "ago", "last", "1990s", "New Year's Day", "\u202E", "٣"] // biome-ignore format: one list

test("throws on no text, and its spans lie in order inside it", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(" "))) // biome-ignore format: two kinds
  const day = fc.constantFrom(null, "2023", "2023-05", DAY, "9999-12-31", "0001-01-01", "2023-05-24T08:10Z")
  fc.assert(
    fc.property(text, day, (text, day) => {
      let end = 0
      for (const time of timesOf(text, day)) {
        assert.ok(time.start >= end && time.end > time.start && time.end <= text.length)
        assert.ok(time.because.length > 0 && !/NaN|undefined|null|Infinity/.test(time.value ?? ""))
        end = time.end
      }
    }),
    { numRuns: 300 },
  )
})
