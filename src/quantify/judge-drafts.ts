import { chooseMeasure } from "./choose-measure.ts"
import type { Draft } from "./draft.ts"
import type { Sentence } from "./find-drafts.ts"
import { findSignals, measureFeatures, type Topic } from "./measure-features.ts"

/** Drafts that are figures, each with the likeliest measure; `whole` counts among those that are kept. */
export function judgeDrafts(sentence: Sentence, drafts: readonly Draft[], topic: Topic): Draft[] {
  if (drafts.length === 0) return []
  const signals = findSignals(sentence.tokens, sentence.lexicon)
  const { weights } = sentence.lexicon
  const judged = drafts.map((draft, index) => {
    const choice = chooseMeasure(measureFeatures({ sentence, drafts, index, signals, topic }), draft, weights)
    return { ...draft, measure: choice.measure, probability: choice.probability * choice.figure, figure: choice.figure }
  })
  const kept = judged.filter(({ figure }) => figure >= weights.keep)
  return kept.map((draft) => ({ ...draft, whole: kept.indexOf(judged[draft.whole]!) }))
}
