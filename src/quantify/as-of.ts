import { contains, type Span } from "../model/span.ts"
import type { TimeExpression } from "../model/time.ts"

type Given = Readonly<{ text: string; sentence: Span; figure: Span; times: readonly TimeExpression[] }>

const DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
const MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
const NUMBER = "(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|few)"
/** Times of a sentence where none were found before: days, months, years and stretches up to now. */
const TIME = new RegExp(
  [
    "so far",
    "to date",
    "to this day",
    `(?:since|until|by|as of) (?:early |late |mid-?)?(?:${DAY}|${MONTH}(?: \\d{1,2})?(?:,? \\d{4})?|yesterday|\\d{4}|then|last \\w+)`,
    `(?:(?:over|in|during|within|for) )?the (?:last|past|previous) (?:${NUMBER} )?(?:hours?|days?|weeks?|months?|years?|decades?)`,
    `(?:(?:on|late on|early on|late|early) )?(?:last )?${DAY}(?: (?:morning|afternoon|evening|night))?`,
    `(?:on |in )?${MONTH}(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? \\d{4})?\\b(?<!\\bmay)`,
    "(?:in|during) \\d{4}\\b",
    "yesterday",
    "today",
    "tonight",
    "overnight",
    "(?:this|last|next) (?:week|month|year|summer|winter|spring|autumn|fall|weekend)",
  ].join("|"),
  "gi",
)

/** The words of the time nearest to a figure in its sentence, and what it means; null when there are none. */
export function findAsOf({ text, sentence, figure, times }: Given): { span: Span; value: string | null } | null {
  const known = times.filter((time) => contains(sentence, time) && time.type !== "DURATION")
  const spans =
    times.length > 0
      ? known.map((time) => ({ span: { start: time.start, end: time.end }, value: time.value }))
      : searched(text, sentence)
  let [best, least]: [(typeof spans)[number] | null, number] = [null, Number.POSITIVE_INFINITY]
  for (const one of spans) {
    const distance = one.span.start >= figure.end ? one.span.start - figure.end : figure.start - one.span.end
    if (distance >= 0 && distance < least) [best, least] = [one, distance]
  }
  return best
}

function searched(text: string, { start, end }: Span): { span: Span; value: string | null }[] {
  return Array.from(text.slice(start, end).matchAll(TIME), ({ 0: words, index }) => ({
    span: { start: start + index, end: start + index + words.length },
    value: null,
  }))
}
