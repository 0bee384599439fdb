import type { NameLexicon } from "../../lexicon/names.ts"
import { editDistance } from "./edit-distance.ts"
import type { NameWord } from "./name-form.ts"
import { romanisedCost } from "./romanised-cost.ts"

/** How two words of names compare: `likeness` 0 to 1; `edits` between them (0 for an initial or a nickname). */
export type WordPair = Readonly<{ likeness: number; edits: number; isInitial: boolean }>

const CYRILLIC = /^[\u0400-\u04ff]+$/
const ASCII = /^[a-z]+$/
const DIGITS = /\d/
/** One sign is a syllable or a word there: another one is another name. */
const SIGNS = /[\p{sc=Han}\p{sc=Hangul}]/u
const SIGN_WEIGHT = 1.6

/** Two words of two names. An initial is like the word that it may stand for by .6, a short form like the full one by .85. */
export function wordLikeness(a: NameWord, b: NameWord, lexicon: NameLexicon): WordPair {
  if (a.latin === b.latin) return { likeness: 1, edits: 0, isInitial: false }
  if (isInitialOf(a.latin, b.latin) || isInitialOf(b.latin, a.latin))
    return { likeness: 0.6, edits: 0, isInitial: true }
  if (areOneName(a.latin, b.latin, lexicon)) return { likeness: 0.85, edits: 0, isInitial: false }
  const apart = DIGITS.test(a.latin + b.latin) ? digitEdits(a.latin, b.latin) : editDistance(a.latin, b.latin)
  const edits = weighted(apart, a.latin)
  const plain = likenessOf(edits, Math.max(a.latin.length, b.latin.length))
  const romanised = acrossScripts(a, b, lexicon)
  return romanised > plain
    ? { likeness: romanised, edits: Math.min(edits, 1), isInitial: false }
    : { likeness: plain, edits, isInitial: false }
}

const isInitialOf = (short: string, long: string): boolean =>
  short.length === 1 && long.length > 1 && long.startsWith(short) && !DIGITS.test(short)

function areOneName(a: string, b: string, { nicknames }: NameLexicon): boolean {
  const [full, other] = [nicknames.get(a), nicknames.get(b)]
  return Boolean(full?.has(b) || other?.has(a))
}

const likenessOf = (edits: number, length: number): number => Math.max(0, 1 - edits / Math.max(length, 1))

const weighted = (edits: number, word: string): number => (SIGNS.test(word) ? SIGN_WEIGHT * edits : edits)

/** Figures count one by one where letters stand for them ("s3rgei"), wholly where the words are figures. */
const digitEdits = (a: string, b: string): number =>
  /^\d+$/.test(a) && /^\d+$/.test(b) ? Math.max(a.length, b.length) : editDistance(unfigured(a), unfigured(b))

const FIGURES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "9": "g",
}
const unfigured = (word: string): string => word.replace(/\d/g, (figure) => FIGURES[figure] ?? figure)

/** A Cyrillic and a Latin word by how names are written across; 0 for other scripts. */
function acrossScripts(a: NameWord, b: NameWord, { cyrillic }: NameLexicon): number {
  const [first, second] = CYRILLIC.test(a.printed) ? [a, b] : [b, a]
  if (!CYRILLIC.test(first.printed) || !ASCII.test(second.latin) || CYRILLIC.test(second.printed)) return 0
  return Math.max(0, Math.min(1, 1.15 - 0.13 * romanisedCost(first.printed, second.latin, cyrillic)))
}
