import type { Span } from "../model/span.ts"

export type Word = Span & Readonly<{ text: string; lower: string; isWord: boolean; capital: boolean }>

/** Possessive endings and negated auxiliaries in one piece; abbreviations and compounds with their dots and hyphens. */
const WORD = /['’]s(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:[-.&’'‑][\p{L}\p{N}]+)*|''|[^\s]/gu
const LETTER = /^[\p{L}\p{N}]/u
const CAPITAL = /^[\p{Lu}\p{N}]/u
const POSSESSIVE = /['’]s$/

/** Words and marks of a part of a text, in order; "Roe's" is two. */
export function wordsOf(text: string, span: Span): Word[] {
  return Array.from(text.slice(span.start, span.end).matchAll(WORD)).flatMap(({ 0: found, index }) => {
    const start = span.start + index
    const cut = LETTER.test(found) ? found.search(POSSESSIVE) : -1
    if (cut <= 0) return [wordAt(found, start)]
    return [wordAt(found.slice(0, cut), start), wordAt(found.slice(cut), start + cut)]
  })
}

const wordAt = (text: string, start: number): Word => ({
  start,
  end: start + text.length,
  text,
  lower: text.toLowerCase().replaceAll("’", "'"),
  isWord: LETTER.test(text),
  capital: CAPITAL.test(text),
})
