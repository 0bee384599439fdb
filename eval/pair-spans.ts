import type { Span } from "counterclaim"

/** Pairs of a predicted and a gold span that share a character, one to one: the largest overlap first, then the shortest two, then in their order. */
export function pairSpans<Predicted extends Span, Gold extends Span>(
  predicted: readonly Predicted[],
  gold: readonly Gold[],
): [Predicted, Gold][] {
  const candidates = predicted.flatMap((a) =>
    gold.flatMap((b) => {
      const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start)
      return overlap > 0 ? [{ a, b, overlap, length: a.end - a.start + b.end - b.start }] : []
    }),
  )
  const used = new Set<Span>()
  return candidates
    .sort((x, y) => y.overlap - x.overlap || x.length - y.length)
    .flatMap(({ a, b }): [Predicted, Gold][] => {
      if (used.has(a) || used.has(b)) return []
      used.add(a).add(b)
      return [[a, b]]
    })
}
