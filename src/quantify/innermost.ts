import type { Attribution } from "../model/attribution.ts"
import { contains, type Span } from "../model/span.ts"

/**
 * From which confidence on an attribution answers for a figure. Chosen on 43 labelled reports, where no tie is lost by it;
 * on 23 others 65 of 72 ties are right (62 without) and 125 of 135 figures in the publisher's own voice (122).
 */
const [SURE, SURE_NESTED] = [0.5, 0.9]

/**
 * The attribution with the shortest piece of content that a span stands in; null when it stands in none. Doubtful
 * ones are passed over, nested ones unless they are sure. One without a
 * source holds only what is quoted: "reportedly" and "is believed to" name nobody who would answer for a figure.
 */
export function innermost(attributions: readonly Attribution[], span: Span): Attribution | null {
  let [best, shortest]: [Attribution | null, number] = [null, Number.POSITIVE_INFINITY]
  for (const attribution of attributions) {
    if (!attribution.source && attribution.quotation === "indirect") continue
    if (attribution.confidence < (attribution.within === null ? SURE : SURE_NESTED)) continue
    for (const piece of attribution.content) {
      const length = piece.end - piece.start
      if (contains(piece, span) && length < shortest) [best, shortest] = [attribution, length]
    }
  }
  return best
}
