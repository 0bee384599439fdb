import type { Analysis } from "../model/analysis.ts"
import type { Encoding } from "../model/encoding.ts"
import type { Span } from "../model/span.ts"
import type { Text } from "../model/text.ts"
import { findNames } from "./names.ts"
import { findQuotations } from "./quotations.ts"
import { findSentences } from "./sentences.ts"

const PARAGRAPH = /[^\n]*\S[^\n]*/g

/**
 * Paragraphs (lines that are not blank), quotations, sentences and names of a text.
 * Does not throw; all are empty for an empty text.
 */
export function analyse(text: Text, encoding: Encoding, abbreviations: ReadonlySet<string>): Analysis {
  const paragraphs = findParagraphs(text.value)
  return {
    text,
    paragraphs,
    quotations: paragraphs.flatMap((paragraph) => findQuotations(text.value, paragraph)),
    sentences: paragraphs.flatMap((paragraph) => findSentences(text.value, paragraph, abbreviations)),
    names: findNames(encoding),
  }
}

/** Lines of a text that are not blank, in order. */
export const findParagraphs = (text: string): Span[] =>
  Array.from(text.matchAll(PARAGRAPH), (found) => ({ start: found.index, end: found.index + found[0].length }))
