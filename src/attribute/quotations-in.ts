import type { Span } from "../model/span.ts"

/** The quotations that share a character with a span; they stand in order, so only these are looked at. */
export function quotationsIn<Quoted extends Span>(
  quotations: readonly Quoted[],
  { start, end }: Span,
): readonly Quoted[] {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (quotations[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  let last = low
  while (last < quotations.length && quotations[last]!.start < end) last++
  return quotations.slice(low, last)
}
