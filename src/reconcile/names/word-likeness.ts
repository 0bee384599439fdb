import type { NameLexicon } from "../../lexicon/names.ts"
import { editDistance } from "./edit-distance.ts"
import type { NameWord } from "./name-form.ts"
import { romanisedCost } from "./romanised-cost.ts"

/**
 * How two words of names compare: `likeness` 0 to 1; `edits` between them (0 for an initial or a nickname); `letters`: the
 * length of the one printed in another script, else of the longer one.
 */
export type WordPair = Readonly<{ likeness: number; edits: number; letters: number; isInitial: boolean }>

/** Scripts whose names are compared by how they are usually spelt in Latin letters. */
const SPELT = /^(?:\p{sc=Cyrillic}+|\p{sc=Arabic}+)$/u
const ASCII = /^[a-z]+$/
const DIGITS = /\d/
/** One sign is a syllable or a word there: another one is another name. */
const SIGNS = /[\p{sc=Han}\p{sc=Hangul}]/u
const SIGN_WEIGHT = 1.6

/** Two words of two names. An initial is like the word that it may stand for by .6, a short form like the full one by .85. */
export function wordLikeness(a: NameWord, b: NameWord, lexicon: NameLexicon): WordPair {
  const across = acrossScripts(a, b, lexicon)
  if (across) return across
  const letters = Math.max(a.latin.length, b.latin.length)
  const plain = { letters, edits: 0, isInitial: false }
  if (a.latin === b.latin) return { ...plain, likeness: 1 }
  if (isInitialOf(a.latin, b.latin) || isInitialOf(b.latin, a.latin))
    return { ...plain, likeness: 0.6, isInitial: true }
  if (areOneName(a.latin, b.latin, lexicon)) return { ...plain, likeness: 0.85 }
  const apart = DIGITS.test(a.latin + b.latin) ? digitEdits(a.latin, b.latin) : editDistance(a.latin, b.latin)
  const edits = weighted(apart, a.latin)
  return { ...plain, likeness: likenessOf(edits, letters), edits }
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

/** Bits a letter at which a word and its spelling are as much alike as not. */
const HALF_ALIKE = 5.5

/**
 * A Cyrillic or Arabic word and a Latin one, by how names are written across and by that alone: the dearer the letters,
 * the less alike. Null for other scripts, for letters that no table has, and for initials and short forms.
 */
function acrossScripts(a: NameWord, b: NameWord, lexicon: NameLexicon): WordPair | null {
  const [first, second] = SPELT.test(a.printed) ? [a, b] : [b, a]
  if (!SPELT.test(first.printed) || !ASCII.test(second.latin) || SPELT.test(second.printed)) return null
  if (first.printed.length === 1 || second.latin.length === 1) return null
  if (![...first.printed].every((letter) => lexicon.spellings.has(letter))) return null
  const likeness = 1 / (1 + (romanisedCost(first.printed, second.latin, lexicon) / HALF_ALIKE) ** 3)
  if (likeness < 0.85 && areOneName(a.latin, b.latin, lexicon)) return null
  const letters = first.printed.length
  return { likeness, edits: (1 - likeness) * letters, letters, isInitial: false }
}
