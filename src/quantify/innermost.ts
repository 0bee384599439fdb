import type { Attribution } from "../model/attribution.ts"
import { contains, type Span } from "../model/span.ts"

/**
 * The attribution with the shortest piece of content that a span stands in; null when it stands in none. One without a
 * source holds only what is quoted: "reportedly" and "is believed to" name nobody who would answer for a figure.
 */
export function innermost(attributions: readonly Attribution[], span: Span): Attribution | null {
  let [best, shortest]: [Attribution | null, number] = [null, Number.POSITIVE_INFINITY]
  for (const attribution of attributions) {
    if (!attribution.source && attribution.quotation === "indirect") continue
    for (const piece of attribution.content) {
      const length = piece.end - piece.start
      if (contains(piece, span) && length < shortest) [best, shortest] = [attribution, length]
    }
  }
  return best
}
