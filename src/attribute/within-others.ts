import type { Attribution } from "../model/attribution.ts"
import { attributionId } from "../model/attribution.ts"
import type { Span } from "../model/span.ts"
import { contains, overlaps } from "../model/span.ts"
import type { TextId } from "../model/text.ts"

/**
 * Of the attributions that may be nested, those whose cue stands in the content of one of `others` and is no cue there;
 * what reaches beyond that content is cut off. Both in the order of their cues. One that loses half of its content is none.
 */
export function withinOthers(
  text: TextId,
  inner: readonly Attribution[],
  others: readonly Attribution[],
): Attribution[] {
  const inOrder = <T extends Span>(spans: T[]): T[] => spans.sort((a, b) => a.start - b.start)
  const around = sweep(inOrder(others.flatMap((other) => other.content.map((span) => ({ other, ...span })))))
  const cuesAt = sweep(inOrder(others.flatMap(({ cue }) => cue ?? [])))
  return inner.flatMap((attribution) => {
    const cue = attribution.cue!
    const holders = around(cue).filter((piece) => contains(piece, cue))
    if (cuesAt(cue).length > 0) return []
    const [smallest] = holders.sort((a, b) => a.end - a.start - (b.end - b.start))
    return smallest ? (cutTo(text, attribution, smallest.other.content) ?? []) : []
  })
}

/** For spans asked for in the order of their starts: those of `spans` (in that order too) that share a character with it. */
function sweep<T extends Span>(spans: readonly T[]): (asked: Span) => T[] {
  let open: T[] = []
  let next = 0
  return (asked) => {
    while (next < spans.length && spans[next]!.start < asked.end) open.push(spans[next++]!)
    open = open.filter(({ end }) => end > asked.start)
    return open.filter((span) => overlaps(span, asked))
  }
}

function cutTo(text: TextId, attribution: Attribution, limits: readonly Span[]): Attribution | null {
  const content = attribution.content.flatMap((span) =>
    limits
      .filter((limit) => overlaps(limit, span))
      .map((limit) => ({ start: Math.max(limit.start, span.start), end: Math.min(limit.end, span.end) })),
  )
  const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0)
  if (2 * length(content) <= length(attribution.content)) return null
  return { ...attribution, content, id: attributionId(text, { cue: attribution.cue, content }) }
}
