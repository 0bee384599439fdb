import type { ClaimWords } from "../../lexicon/claim-words.ts"
import type { Span } from "../../model/span.ts"
import { findKeywords, type Keyword } from "./keywords.ts"

/** What claims are looked for in: a text and its sentences, and by how many documents it was printed letter for letter. */
export type StatedText = Readonly<{ text: string; sentences: readonly Span[]; printed: number }>

/** One sentence of one of the texts, `text` by its place in the list; with its words that tell statements apart. */
export type Statement = Readonly<{ text: number; span: Span; words: readonly Keyword[]; keys: ReadonlySet<string> }>

/** A sentence with fewer words than these states nothing by itself. */
const LEAST = 2

/** The sentences of all texts that may carry a claim, in order. */
export function readStatements(texts: readonly StatedText[], words: ClaimWords): Statement[] {
  return texts.flatMap(({ text, sentences }, place) =>
    sentences.flatMap((span): Statement[] => {
      const found = findKeywords(text, span, words)
      const keys = new Set(found.map(({ key }) => key))
      return keys.size < LEAST ? [] : [{ text: place, span, words: found, keys }]
    }),
  )
}
