import type { RelationLexicon } from "../../lexicon/relations.ts"
import type { Span } from "../../model/span.ts"
import type { Quantity } from "./claim.ts"
import { toWords } from "./words.ts"

const YEAR = /^(?:1[5-9]|20)\d\d$/
const OF_DATE =
  /^\s*(?:\.\d|:\d|a\.?m\b|p\.?m\b|o['’]clock|-(?:year|day|week|hour)|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/i
const MONTH_BEFORE = /(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+$/

/** Bare numbers of a claim ("the dead number 14"), as counts; those of dates, times and ages are none. */
export function readNumbers(text: string, focus: Span, { numbers }: RelationLexicon): Quantity[] {
  return toWords(text, focus).flatMap(({ word, start, end }) => {
    const value = numbers.get(word) ?? Number(word.replaceAll(",", ""))
    const dated = YEAR.test(word) || OF_DATE.test(text.slice(end)) || MONTH_BEFORE.test(text.slice(0, start))
    if (!Number.isFinite(value) || dated || word === "one") return []
    const parts = { measure: "count", low: value, high: value, about: false, unit: null, of: null } as const
    return [{ start, end, ...parts }]
  })
}
