import { parseDate } from "../../model/date.ts"
import { dateInWords, many } from "../in-words.ts"

const ENDINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    SP: "spring",
    SU: "summer",
    FA: "autumn",
    WI: "winter",
    MO: "morning",
    MI: "midday",
    AF: "afternoon",
    EV: "evening",
    NI: "night",
    DT: "working hours",
  }),
)
const REFERENCES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    PRESENT_REF: "now",
    PAST_REF: "a time gone by",
    FUTURE_REF: "a time to come",
  }),
)
const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({ Y: "year", M: "month", W: "week", D: "day", TH: "hour", TM: "minute" }),
)

/** A TIMEX3 value in words: "23 May 2023", "week 21 of 2023", "summer 2022", "3 days"; as it is where there are none. */
export function timeInWords(value: string): string {
  const date = parseDate(value)
  if (date) return dateInWords(date)
  const [, clock, length, letter] = /^P(T?)(\d+)([YMWDH])$/.exec(value) ?? []
  const unit = UNITS.get(`${clock}${letter}`)
  if (length && unit) return many(Number(length), unit)
  const [, year, week] = /^(\d{4})-W(\d\d)$/.exec(value) ?? []
  if (year && week) return `week ${Number(week)} of ${year}`
  const [, stem, ending] = /^(\d{4}(?:-\d\d-\d\d(?=T))?)[-T]([A-Z]{2})$/.exec(value) ?? []
  const words = ending && ENDINGS.get(ending)
  if (!stem || !words) return REFERENCES.get(value) ?? value
  return stem.length === 4 ? `${words} ${stem}` : `${timeInWords(stem)}, ${words}`
}
