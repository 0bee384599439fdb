import type { Span } from "../model/span.ts"

/** `word`: in lower case, curly apostrophes straight. `glued`: no white space before it. */
export type Token = Span &
  Readonly<{ word: string; kind: "word" | "digits" | "mark"; capital: boolean; glued: boolean }>

/** Tokens of a stretch of text, with their words in a list of their own for looking phrases up. */
export type Tokens = Readonly<{ list: readonly Token[]; words: readonly string[] }>

// Spaces that stand between groups of digits ("12 500" with a no-break or thin space) belong to the number.
const TOKEN =
  /\d+(?:[.,\u00a0\u2009\u202f]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’](?!s(?![\p{L}\p{M}]))\p{L}+)?|['’]s(?![\p{L}\p{M}])|\S/gu

/** Words, numbers and marks of one sentence, in order. */
export function tokenise(text: string, { start, end }: Span): Tokens {
  const list: Token[] = []
  let before = -1
  for (const { 0: found, index } of text.slice(start, end).matchAll(TOKEN)) {
    const first = found.charCodeAt(0)
    const kind = first >= 48 && first <= 57 ? "digits" : /^['’]?\p{L}/u.test(found) ? "word" : "mark"
    const word = found.toLowerCase().replaceAll("’", "'")
    list.push({
      start: start + index,
      end: start + index + found.length,
      word: word.length === found.length ? word : found,
      kind,
      capital: kind === "word" && /^\p{Lu}/u.test(found),
      glued: index === before,
    })
    before = index + found.length
  }
  return { list, words: list.map(({ word }) => word) }
}
