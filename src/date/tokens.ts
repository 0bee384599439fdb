import type { Holiday, TimeLexicon, TimeWordKind } from "../lexicon/times.ts"
import { TIME_WORD_KINDS } from "../lexicon/times.ts"

/**
 * Beside the listed words: what a number can be by its form (`day-number` 1 to 31, `year-number` 1000 to 2199 or '88,
 * `decade-number` 1990s or 80s, `figure` any other), clock times, dates in digits, marks, and all other words.
 */
const FORMS = [
  "holiday", "day-number", "year-number", "decade-number", "figure", "clock", "date-number", "hour-half", "possessive",
  "quarter-name", "slash", "hyphen", "dot", "comma", "currency", "stop", "break", "mark", "name", "word",
] as const // biome-ignore format: one list

export const TOKEN_KINDS = [...TIME_WORD_KINDS, ...FORMS] as const
export type TokenKind = (typeof TOKEN_KINDS)[number]

export type Token = Readonly<{
  start: number
  end: number
  kind: TokenKind
  /** What the list says of the word; else the word in lower case. */
  value: string
  holiday?: Holiday
}>

/** Tokens of a text, and a string with one letter for each, by its kind: patterns of times are written over these. */
export type Tokens = Readonly<{ list: readonly Token[]; letters: string }>

const FIRST_LETTER = 0x4e00
const LETTERS = new Map<string, string>(
  TOKEN_KINDS.map((kind, index) => [kind, String.fromCharCode(FIRST_LETTER + index)]),
)

/** The letter that stands for a kind. Throws when there is no such kind: a slip in a pattern. */
export function letterOf(kind: string): string {
  const letter = LETTERS.get(kind)
  if (!letter) throw new Error(`no such kind of token: ${kind}`)
  return letter
}

const TOKEN =
  /\n\s*\n|[QH][1-4]\b|o['’]clock\b|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|\d{1,4}[/-]\d{1,2}[/-]\d{1,4}(?![\d/])|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}\.\d\d(?=\s?[apAP]\.?[mM]\b)|\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?:(?![\p{L}\d])|(?=[apAP]\.?[mM]\b|(?:GMT|UTC|[ECMP][SD]T)\b))|[apAP]\.[mM]\b\.?|[apAP][mM]\b|['’]\d\d['’]?s\b|(?<![\p{L}\d])['’‘]\d\d(?![\p{L}\d'’"”°])|['’](?:s|ll|d|re|ve|S)\b|\p{L}+|\d|\S/gu

/** Cut a text into tokens. White space is none, but a blank line is a `break`. Does not throw. */
export function toTokens(text: string, lexicon: TimeLexicon): Tokens {
  const list: Token[] = []
  for (const found of text.matchAll(TOKEN)) {
    const cut = { start: found.index, end: found.index + found[0].length }
    // A holiday of several words has taken what follows its first one.
    if (cut.start >= (list.at(-1)?.end ?? 0)) list.push(toToken(text, cut, lexicon))
  }
  return { list, letters: list.map(({ kind }) => letterOf(kind)).join("") }
}

type Cut = Readonly<{ start: number; end: number }>

function toToken(text: string, cut: Cut, lexicon: TimeLexicon): Token {
  const printed = text.slice(cut.start, cut.end)
  const lower = printed.toLowerCase()
  const capital = printed[0] !== lower[0]
  const holiday = capital ? findHoliday(text, cut.start, lexicon.holidays.get(lower)) : null
  if (holiday) return holiday
  // "9am" is a time, "I am" none.
  if (lower === "am" && /\d\s?$/.test(text.slice(Math.max(0, cut.start - 2), cut.start))) return { ...cut, kind: "hour-half", value: lower } // biome-ignore format: one step
  const listed = lexicon.words.get(lower)
  if (listed && (capital || !NAMES.has(listed.kind))) return { ...cut, kind: listed.kind, value: listed.value }
  if (/^\d{1,2}\.\d\d$/.test(printed) && HALF.test(text.slice(cut.end, cut.end + 5))) return { ...cut, kind: "clock", value: lower.replace(".", ":") } // biome-ignore format: one step
  const value = SHORT_YEAR.test(printed) ? fullYear(Number(printed.slice(1))) : lower
  return { ...cut, kind: formOf(printed, lower, capital), value }
}

/** Names are printed with a capital: "may", "march", "sat" are none. */
const NAMES: ReadonlySet<TimeWordKind> = new Set([
  "month", "doubtful-month", "short-month", "weekday", "weekdays", "short-weekday",
] as const) // biome-ignore format: one list

function findHoliday(text: string, start: number, holidays: readonly Holiday[] = []): Token | null {
  for (const holiday of holidays) {
    const length = holiday.words.join(" ").length
    const printed = text.slice(start, start + length)
    const same = printed.toLowerCase().replaceAll("’", "'").replace(/\s/g, " ") === holiday.words.join(" ")
    if (same && !/[\p{L}\p{N}]/u.test(text[start + length] ?? " ")) {
      return { start, end: start + length, kind: "holiday", value: holiday.words.join(" "), holiday }
    }
  }
  return null
}

/** "2.45pm", as the British write. */
const HALF = /^\s?[ap]\.?m\b/i

const SHORT_YEAR = /^['’‘]\d\d$/

/** The year that two digits mean: 1930 to 2029, as press style books have it. */
export const fullYear = (digits: number): string => String(digits + (digits < 30 ? 2000 : 1900))

const MARKS: Readonly<Record<string, TokenKind>> = {
  "/": "slash", "-": "hyphen", "‐": "hyphen", "‑": "hyphen", "–": "hyphen", ".": "dot", ",": "comma", "!": "stop", "?": "stop",
  "…": "stop", $: "currency", "£": "currency", "€": "currency", "¥": "currency", "#": "currency", "(": "mark",
} // biome-ignore format: one table

const LETTER = /^[a-z]|^\p{L}/u

function formOf(printed: string, lower: string, capital: boolean): TokenKind {
  if (/^[QH]\d$/.test(printed)) return "quarter-name"
  if (/^o['’]clock$/.test(lower)) return "hour-half"
  if (LETTER.test(lower[0]!))
    return lower.length < 5 && /^[ap](?:m|\.m\.?)$/.test(lower) ? "hour-half" : capital ? "name" : "word"
  if (/^\d/.test(printed)) return numberForm(lower)
  if (/^['’]\d\d['’]?s/.test(printed)) return "decade-number"
  if (SHORT_YEAR.test(printed)) return "year-number"
  if (/^['’]s$/i.test(printed)) return "possessive"
  if (/^['’]ll$/i.test(printed)) return "future-sign"
  if (/^\n/.test(printed)) return "break"
  return MARKS[printed] ?? "mark"
}

function numberForm(lower: string): TokenKind {
  if (/^\d{1,2}:/.test(lower)) return "clock"
  if (/^\d+[/-]|^\d+\.\d+\.\d{4}$/.test(lower)) return "date-number"
  if (/^(?:\d\d)?\d0s$/.test(lower)) return "decade-number"
  if (/(?:st|nd|rd|th)$/.test(lower)) return "ordinal"
  if (/^[12]\d{3}$/.test(lower)) return Number(lower) < 2200 ? "year-number" : "figure"
  return /^\d{1,2}$/.test(lower) && Number(lower) >= 1 && Number(lower) <= 31 ? "day-number" : "figure"
}
