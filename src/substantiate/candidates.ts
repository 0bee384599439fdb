import type { EvidenceLexicon } from "../lexicon/evidence.ts"
import type { Analysis } from "../model/analysis.ts"
import type { Attribution } from "../model/attribution.ts"
import { overlaps, type Span } from "../model/span.ts"
import { featuresOf } from "./features.ts"
import { findItems, type Item } from "./find-items.ts"
import { wordsOf } from "./words.ts"

/** An item with where it stands and what speaks for it. */
export type Candidate = Readonly<{
  item: Item
  span: Span
  attributions: readonly Attribution[]
  features: readonly string[]
}>

/** Everything in a text that might be evidence, in order. */
export function findCandidates(
  { text, sentences, quotations }: Analysis,
  attributions: readonly Attribution[],
  lexicon: EvidenceLexicon,
): Candidate[] {
  const counts = new Map<string, number>()
  return sentences.flatMap((sentence, index) => {
    const items = findItems(text.value, sentence, index, lexicon)
    if (items.length === 0) return []
    const before = index > 0 ? wordsOf(text.value, sentences[index - 1]!) : []
    const near = attributions.filter((attribution) => extent(attribution).some((span) => overlaps(span, sentence)))
    return items.map((item) => {
      const span = spanOf(item)
      const quoted = quotations.some((quotation) => overlaps(quotation, span))
      const earlier = counts.get(item.noun) ?? 0
      counts.set(item.noun, earlier + 1)
      const setting = { text: text.value, attributions: near, quoted, before, earlier }
      return { item, span, attributions: near, features: featuresOf(item, setting, lexicon) }
    })
  })
}

const spanOf = ({ words, run }: Item): Span => ({ start: words[run.first]!.start, end: words[run.last]!.end })

const extent = ({ source, cue, content }: Attribution): Span[] => [
  ...(source ? [source] : []),
  ...(cue ? [cue] : []),
  ...content,
]
