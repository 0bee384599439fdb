import type { Attribution } from "../model/attribution.ts"
import type { Span } from "../model/span.ts"
import { contains } from "../model/span.ts"

/** `within`: the smallest longer attribution in whose content this one's cue, if any, and all its content lie. */
export function nest(attributions: readonly Attribution[]): Attribution[] {
  const candidates = around(attributions)
  return attributions.map((inner) => {
    const parts = partsOf(inner)
    const outer = [...candidates.get(inner)!].filter(
      (other) =>
        lengthOf(other) > lengthOf(inner) &&
        parts.every((part) => other.content.some((content) => contains(content, part))),
    )
    const [smallest] = outer.sort((a, b) => lengthOf(a) - lengthOf(b))
    return smallest ? { ...inner, within: smallest.id } : inner
  })
}

/** For each attribution those with a piece of content around its first part: one pass over the text, not over all pairs. */
function around(attributions: readonly Attribution[]): ReadonlyMap<Attribution, ReadonlySet<Attribution>> {
  const heads = attributions.map((inner) => ({ inner, ...partsOf(inner)[0]! })).sort((a, b) => a.start - b.start)
  const pieces = attributions
    .flatMap((outer) => outer.content.map(({ start, end }) => ({ outer, start, end })))
    .sort((a, b) => a.start - b.start)
  const found = new Map<Attribution, ReadonlySet<Attribution>>()
  let open: typeof pieces = []
  let at = 0
  for (const head of heads) {
    while (at < pieces.length && pieces[at]!.start <= head.start) open.push(pieces[at++]!)
    open = open.filter(({ end }) => end > head.start)
    found.set(head.inner, new Set(open.filter((piece) => contains(piece, head)).map(({ outer }) => outer)))
  }
  return found
}

const partsOf = ({ cue, content }: Attribution): readonly Span[] => (cue ? [cue, ...content] : content)

const lengthOf = ({ content }: Attribution): number => content.reduce((sum, { start, end }) => sum + end - start, 0)
