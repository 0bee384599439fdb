import type { Span } from "../model/span.ts"

// White space is what Python's `\s` takes (training/attribution/articles.py cuts words there), not what
// JavaScript's does: U+FEFF is no space, the separators U+001C to U+001F and U+0085 are.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are white space to the training code
const WORD = /[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s\x1c-\x1f\x85]|\uFEFF/gu

/** Words of a text, in order: runs of letters, digits and underscores, or one other character that is not white space. */
export const findWords = (text: string): Span[] =>
  Array.from(text.matchAll(WORD), (found) => ({ start: found.index, end: found.index + found[0].length }))
