import type { Parties } from "../lexicon/parties.ts"
import type { QuantityLexicon } from "../lexicon/quantities.ts"
import type { Analysis } from "../model/analysis.ts"
import type { Attribution } from "../model/attribution.ts"
import { type Figure, figureId } from "../model/figure.ts"
import type { Place } from "../model/place.ts"
import type { Span } from "../model/span.ts"
import type { TimeExpression } from "../model/time.ts"
import { findAsOf } from "./as-of.ts"
import type { Draft } from "./draft.ts"
import { findDrafts } from "./find-drafts.ts"
import { findTopic } from "./find-topic.ts"
import { innermost } from "./innermost.ts"
import { judgeDrafts } from "./judge-drafts.ts"
import { toFigure } from "./to-figure.ts"
import { tokenise } from "./token.ts"

/** What a figure may be tied to. */
export type Surroundings = Readonly<{
  attributions: readonly Attribution[]
  times: readonly TimeExpression[]
  places: readonly Place[]
  /** Who is on whose side; nobody is when there are none. */
  parties?: Parties
  /** The day of writing, as an ISO date; null when it is not known. */
  published?: string | null
}>

/**
 * Quantities of people, things, money and measures, in order. Does not throw; empty when there are none.
 * What is counted is read off verbs and nouns in the same sentence (data/en/measure-words.tsv).
 */
export function findFigures(analysis: Analysis, surroundings: Surroundings, lexicon: QuantityLexicon): Figure[] {
  const figures: Figure[] = []
  const topic = findTopic(analysis, lexicon)
  for (const sentence of analysis.sentences) {
    const tokens = tokenise(analysis.text.value, sentence)
    // "No. 5" may have been cut in two.
    const isNumbered = /\bnos?\.\s*$/i.test(analysis.text.value.slice(Math.max(0, sentence.start - 6), sentence.start))
    const drafts = judgeDrafts({ tokens, lexicon }, findDrafts({ tokens, lexicon }), topic)
    const ids = drafts.map((draft) => figureId(analysis.text.id, spanOf(draft, tokens)))
    for (const draft of drafts) {
      if (isNumbered && draft.from === 0 && draft.quantity) continue
      const span = spanOf(draft, tokens)
      const attribution = innermost(surroundings.attributions, span)
      figures.push(
        toFigure({
          analysis,
          lexicon,
          tokens,
          draft,
          span,
          sentence,
          attribution,
          asOf: findAsOf({ text: analysis.text.value, sentence, figure: span, times: surroundings.times }),
          surroundings,
          partOf: draft.whole >= 0 ? (ids[draft.whole] ?? null) : null,
          earlier: figures,
        }),
      )
    }
  }
  return figures
}

const spanOf = ({ from, to }: Draft, { list }: ReturnType<typeof tokenise>): Span => ({
  start: list[from]!.start,
  end: list[to - 1]!.end,
})
