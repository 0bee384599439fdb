import type { Attribution } from "../../model/attribution.ts"
import type { Span } from "../../model/span.ts"

/** Of the words that make it this claim, so many must stand in what is said. */
const MOST = 0.5

/**
 * The attribution on whose word a statement is printed: the innermost whose content holds half of the words, or more;
 * null: the publisher's own voice.
 */
export function findAttribution(words: readonly Span[], attributions: readonly Attribution[]): Attribution | null {
  const size = ({ content }: Attribution) => content.reduce((sum, { start, end }) => sum + end - start, 0)
  const holds = ({ content }: Attribution) =>
    words.filter(({ start, end }) => content.some((part) => part.start <= start && end <= part.end)).length
  const found = attributions.filter((attribution) => holds(attribution) >= MOST * words.length)
  return found.sort((a, b) => size(a) - size(b))[0] ?? null
}
