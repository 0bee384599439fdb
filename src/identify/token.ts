import type { Span } from "../model/span.ts"

/** A word of a text, without the mark of the possessive. */
export type Token = Span &
  Readonly<{
    text: string
    /** Lower case, without full stops. */
    lower: string
    capital: boolean
    possessive: boolean
    /** Index of its sentence. */
    sentence: number
    /** Whether only white space, quotation marks and brackets stand between it and its sentence's start. */
    first: boolean
  }>

const WORD = /(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu
const POSSESSIVE = /['’]s$/iu

/** Words of each sentence, in order. */
export function tokensOf(text: string, sentences: readonly Span[]): Token[] {
  return sentences.flatMap(({ start, end }, sentence) =>
    Array.from(text.slice(start, end).matchAll(WORD), (found, index) =>
      toToken(text, { at: start + found.index, word: found[0], sentence, first: index === 0 }),
    ),
  )
}

type Raw = Readonly<{ at: number; word: string; sentence: number; first: boolean }>

function toToken(text: string, { at, word, sentence, first }: Raw): Token {
  const marked = POSSESSIVE.test(word)
  const bare = marked ? word.slice(0, -2) : word
  return {
    start: at,
    end: at + bare.length,
    text: bare,
    lower: bare.toLowerCase().replaceAll(".", "").replaceAll("’", "'"),
    capital: /^\p{Lu}/u.test(bare),
    possessive: marked || (/s$/i.test(bare) && /^['’]\s/.test(text.slice(at + word.length, at + word.length + 2))),
    sentence,
    first,
  }
}

/** Index of the first token that ends after a place in the text; the number of tokens when none does. */
export function tokenAt(tokens: readonly Token[], place: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end > place) high = middle
    else low = middle + 1
  }
  return low
}
