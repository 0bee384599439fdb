import type { Analysis } from "../model/analysis.ts"
import type { Span } from "../model/span.ts"
import type { Text } from "../model/text.ts"
import { findQuotations } from "./quotations.ts"

const PARAGRAPH = /[^\n]*\S[^\n]*/g

/** Paragraphs (lines that are not blank) and quotations of a text. Does not throw; both are empty for an empty text. */
export function analyse(text: Text): Analysis {
  const paragraphs: Span[] = Array.from(text.value.matchAll(PARAGRAPH), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }))
  return { text, paragraphs, quotations: paragraphs.flatMap((paragraph) => findQuotations(text.value, paragraph)) }
}
