import { CounterclaimError } from "../model/error.ts"
import { type Row, readTable } from "./data.ts"
import { loadTenseWeights, type TenseWeights } from "./tense-weights.ts"

/** What a word can be in an expression of time; what each means stands in data/en/time-words.tsv. */
export const TIME_WORD_KINDS = [
  "month", "doubtful-month", "short-month", "weekday", "weekdays", "short-weekday", "season", "doubtful-season", "part",
  "moment", "unit", "units", "weekend", "number", "decade", "ordinal", "half", "vague", "article", "the", "last",
  "previous", "next", "following", "this", "latest", "current", "that", "recent", "future", "day-word", "now", "lately",
  "overnight", "set", "every", "ago", "earlier", "later", "hence", "ahead", "edge", "bound", "fiscal", "about", "more", "than",
  "old", "preposition", "of", "to", "and", "zone", "period", "christian", "before", "long", "lasting", "parts", "seasons",
  "time", "while", "middle", "soon", "future-sign", "past-sign", "present-sign", "be", "counted",
] as const // biome-ignore format: one list
export type TimeWordKind = (typeof TIME_WORD_KINDS)[number]

export type TimeWord = Readonly<{ kind: TimeWordKind; value: string }>

/**
 * A holiday's day: "12-25" (month and day), "11/4/4" (fourth Thursday of November; the third number is -1 for the
 * last one) or "easter" (Easter Sunday of the western churches); `days` are then added.
 */
export type Holiday = Readonly<{ words: readonly string[]; rule: string; days: number }>

/** Words for times. Keys are in lower case. */
export type TimeLexicon = Readonly<{
  words: ReadonlyMap<string, TimeWord>
  /** By their first word, the longest first. */
  holidays: ReadonlyMap<string, readonly Holiday[]>
  /** What tells whether a time lies ahead. */
  tense: TenseWeights
}>

const RULE = /^(?:\d\d-\d\d|\d\d\/[1-7]\/(?:-1|[1-5])|easter)$/

/**
 * Load data/en/time-words.tsv (word, kind, value), data/en/holidays.tsv (name, rule, days added) and
 * data/models/tense.json. Throws `lexicon/tense` when those weights are damaged, `lexicon/unknown-kind` when a row has no such kind, `lexicon/twice` when a word is listed twice,
 * `lexicon/bad-holiday` when a rule names no day.
 */
export const loadTimes = (): TimeLexicon => ({
  ...toTimeLexicon(readTable("en/time-words.tsv", 3), readTable("en/holidays.tsv", 3)),
  tense: loadTenseWeights(),
})

/** The tables of `loadTimes`, on rows that are already read. */
export const toTimeLexicon = (words: readonly Row[], holidays: readonly Row[]): Omit<TimeLexicon, "tense"> => ({
  words: toWords(words),
  holidays: toHolidays(holidays),
})

function toWords(rows: readonly Row[]): ReadonlyMap<string, TimeWord> {
  const words = new Map<string, TimeWord>()
  for (const { cells, where } of rows) {
    const [word = "", kind = "", value = ""] = cells
    if (!isKind(kind)) throw unknownKind(kind, where)
    if (words.has(word)) throw twice(word, where)
    words.set(word, { kind, value })
  }
  return words
}

const isKind = (kind: string): kind is TimeWordKind => (TIME_WORD_KINDS as readonly string[]).includes(kind)

function toHolidays(rows: readonly Row[]): ReadonlyMap<string, readonly Holiday[]> {
  const holidays = new Map<string, Holiday[]>()
  for (const { cells, where } of rows) {
    const [name = "", rule = "", days = ""] = cells
    if (!RULE.test(rule) || !/^-?\d+$/.test(days)) throw badHoliday(rule, days, where)
    const words = name.toLowerCase().split(" ")
    const same = holidays.get(words[0]!) ?? []
    holidays.set(words[0]!, [...same, { words, rule, days: Number(days) }].sort((a, b) => b.words.length - a.words.length)) // biome-ignore format: one step
  }
  return holidays
}

const unknownKind = (kind: string, where: string): CounterclaimError =>
  new CounterclaimError({
    code: "lexicon/unknown-kind",
    what: `"${kind}" is not a kind of word for times`,
    where,
    fix: `use one of: ${TIME_WORD_KINDS.join(", ")}`,
  })

const twice = (word: string, where: string): CounterclaimError =>
  new CounterclaimError({ code: "lexicon/twice", what: `"${word}" is listed twice`, where, fix: "keep one row" })

const badHoliday = (rule: string, days: string, where: string): CounterclaimError =>
  new CounterclaimError({
    code: "lexicon/bad-holiday",
    what: `"${rule}" and "${days}" name no day`,
    where,
    fix: 'write "12-25", "11/4/4" (fourth Thursday of November) or "easter", then the days to add',
  })
