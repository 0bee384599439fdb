/** What becomes of a character where texts are compared. */
const BREAK = 0
const WORD = 1
/** Takes part in no word and ends none: accents set apart, soft hyphens, joiners. */
const SILENT = 2
/** A character of a script that is written without spaces is a word of its own. */
const ALONE = 3

export type CharacterKind = typeof BREAK | typeof WORD | typeof SILENT | typeof ALONE
export const CHARACTER = { BREAK, WORD, SILENT, ALONE } as const

const LETTER = /[\p{L}\p{N}_]/u
const MUTE = /[\p{M}\p{Cf}]/u
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u

/** The kind of a code point. */
export function characterKind(point: number): CharacterKind {
  const character = String.fromCodePoint(point)
  if (MUTE.test(character)) return SILENT
  if (!LETTER.test(character)) return BREAK
  return UNSPACED.test(character) ? ALONE : WORD
}

/**
 * A code point as it is compared: small letters without accents, full-width and joined forms taken apart.
 * Never empty: where nothing would be left, the character itself.
 */
export function foldCharacter(point: number): string {
  const character = String.fromCodePoint(point)
  // Hangul and kana would come apart into letters that mean nothing alone; composed again they are themselves.
  const folded = character
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
  return folded === "" ? character : folded
}
