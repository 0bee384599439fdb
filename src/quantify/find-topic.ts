import type { QuantityLexicon } from "../lexicon/quantities.ts"
import type { Analysis } from "../model/analysis.ts"
import { findSignals, type Topic } from "./measure-features.ts"
import { tokenise } from "./token.ts"

const NOTHING: Topic = new Set()

/** Measures that the words of the first paragraph, mostly the title, speak for; empty when there is none. */
export function findTopic({ text, paragraphs }: Analysis, lexicon: QuantityLexicon): Topic {
  const title = paragraphs[0]
  if (!title) return NOTHING
  return new Set(findSignals(tokenise(text.value, title), lexicon).map(({ measure }) => measure))
}
