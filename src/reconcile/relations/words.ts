import type { Span } from "../../model/span.ts"

/** `word` in lower case, `stem` without its endings. */
export type Word = Span & Readonly<{ word: string; stem: string; capital: boolean }>

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’](?:t|re|ve|ll|d|m)(?!\p{L}))?|\p{N}+(?:[.,]\p{N}+)*/gu

/** The words and numbers of a text, in order; empty when there is none. */
export function toWords(text: string, { start, end }: Span = { start: 0, end: text.length }): Word[] {
  return [...text.slice(start, end).matchAll(WORD)].map((match) => {
    const word = match[0].toLowerCase().replaceAll("’", "'")
    const from = start + match.index
    return { word, stem: stem(word), capital: /^\p{Lu}/u.test(match[0]), start: from, end: from + match[0].length }
  })
}

const ENDINGS = [
  /(?<=..)ies$/,
  /(?<=[^s])s$/,
  /(?<=...)(?:ingly|edly|ing|ed|ly|er|or|ion|ions|ment|ments|al|ers|ors)$/,
  /(?<=...)[ey]$/,
]

/** A word without the endings of number, tense and some of derivation: "voters" and "voted" are one. */
export function stem(word: string): string {
  const bare = ENDINGS.reduce((rest, ending) => rest.replace(ending, ending.source.includes("ies") ? "y" : ""), word)
  return bare.replace(/([bdgmnprt])\1$/, "$1")
}
