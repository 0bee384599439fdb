import type { RelationLexicon } from "../../lexicon/relations.ts"
import type { Quantity } from "./claim.ts"
import { toWords, type Word } from "./words.ts"

/** Lengths of time: "36 hours", "a day and a half", "two weeks"; empty when there is none. A day of the calendar is none. */
export function readDurations(text: string, lexicon: RelationLexicon): Quantity[] {
  const words = toWords(text)
  return words.flatMap((word, index) => {
    const conversion = lexicon.conversions.get(word.word)
    const number = words[index - 1]
    if (conversion?.dimension !== "time" || !number) return []
    const base = toNumber(number, lexicon)
    if (base === null) return []
    const value = base + half(words, index)
    const parts = { measure: "count", low: value, high: value, about: false, unit: word.word, of: word.word } as const
    return [{ start: number.start, end: word.end, ...parts }]
  })
}

function toNumber({ word }: Word, { numbers }: RelationLexicon): number | null {
  if (word === "a" || word === "an") return 1
  const value = numbers.get(word) ?? Number(word.replaceAll(",", ""))
  return Number.isFinite(value) ? value : null
}

const half = (words: readonly Word[], index: number): number =>
  words
    .slice(index + 1, index + 4)
    .map(({ word }) => word)
    .join(" ") === "and a half"
    ? 0.5
    : 0
