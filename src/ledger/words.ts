/** A word where it stands; `folded` is what it is compared by. */
export type Word = Readonly<{ folded: string; start: number }>

// What SQLite's tokenizer "unicode61 remove_diacritics 2" takes for a word.
const WORD = /[\p{L}\p{N}\p{Co}](?:[\p{L}\p{N}\p{Co}]|[\u0300-\u0331])*/gu
const MARKED_LETTER = /^[A-Za-z][\u0300-\u036f]+$/

/** The words of a text in order, one by one. */
export function* wordsOf(text: string): Generator<Word> {
  for (const found of text.matchAll(WORD)) yield { folded: folded(found[0]), start: found.index }
}

/** The different words of a query, folded, in order; empty when it has none. */
export const queryWords = (query: string): readonly string[] => [
  ...new Set([...wordsOf(query)].map((word) => word.folded)),
]

/** Letter case goes, and so do the marks on Latin letters: "Élan" is "elan". */
function folded(word: string): string {
  if (/^[\x20-\x7e]*$/.test(word)) return word.toLowerCase()
  return [...word.normalize("NFC").toLowerCase()]
    .map(bare)
    .join("")
    .replace(/[\u0300-\u0331]/gu, "")
}

function bare(letter: string): string {
  const parts = letter.normalize("NFD")
  return MARKED_LETTER.test(parts) ? parts[0]! : letter
}

/** The words as a full-text query: every one must stand there. Each is quoted, so that none is an operator. */
export const matchAll = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(" ")
