import type { Span } from "../model/span.ts"

/** A run of letters or digits, without a possessive ending. */
export type Word = Span &
  Readonly<{
    lower: string
    /** Begins with a capital. */
    capital: boolean
    /** Two letters or more, all capitals. */
    loud: boolean
  }>

const WORD = /(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ]\p{L}[\p{L}\p{M}]*)*|\p{N}+/gu
const POSSESSIVE = /['’]s$/iu

export function findWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (found) => {
    const word = found[0].replace(POSSESSIVE, "")
    const upper = word.toUpperCase()
    const lower = word.toLowerCase()
    return {
      start: found.index,
      end: found.index + word.length,
      lower,
      capital: lower.slice(0, 1) !== word.slice(0, 1),
      loud: word.length > 1 && word === upper && word !== lower,
    }
  })
}
