import type { WordCounts } from "../../lexicon/word-counts.ts"
import { claimWords, stem } from "./claim-words.ts"

/** A word to look for, in the forms that it may be printed in. `share`: so many of all articles have it, 0 to 1. */
export type SearchForm = Readonly<{ forms: readonly string[]; rarity: number; share: number }>

const WORD = /[\p{L}\p{N}]+/gu
/** A word of a tenth of all articles finds nothing. */
const COMMON = 0.1

/** The words of a question that are worth looking for, rarest first; all of them when each is common. */
export function searchForms(text: string, { articles, of }: WordCounts): SearchForm[] {
  const anchors = new Set(claimWords(text).flatMap(({ key, anchor }) => (anchor ? [key] : [])))
  const words = [...new Set(Array.from(text.toLowerCase().matchAll(WORD), ([word]) => word))]
  const weighed = words.map((word) => {
    const count = of.get(word) ?? 0
    const rarity = Math.log((articles + 1) / (count + 0.5)) * (anchors.has(stem(word)) ? 1.5 : 1)
    return { forms: formsOf(word), rarity: Math.max(0.01, rarity), share: count / Math.max(1, articles) }
  })
  const rare = weighed.filter(({ share }) => share <= COMMON)
  return (rare.length > 0 ? rare : weighed).sort((a, b) => b.rarity - a.rarity)
}

/** Singular and plural: the search itself knows no endings. */
function formsOf(word: string): string[] {
  if (word.length < 4 || /\p{N}/u.test(word)) return [word]
  return word.endsWith("s") ? [word, word.slice(0, -1)] : [word, `${word}s`]
}
