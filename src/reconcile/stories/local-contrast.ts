import type { Neighbours } from "./neighbours.ts"
import type { SparseVector } from "./story-vectors.ts"

/**
 * How alike two articles are in the words that tell an article's neighbours apart: each word weighs by how few of the
 * first one's neighbours have it. Two events of one kind share the words of their kind, which all neighbours have.
 */
export type LocalContrast = (left: number, right: number) => number

/** Mean of both points of view, 0 to 1. `of`: one vector an article (only which words it has counts). */
export function localContrast(of: readonly SparseVector[], neighbours: Neighbours): LocalContrast {
  const views = new Map<number, Map<number, number>>()
  const viewOf = (article: number): Map<number, number> => {
    const known = views.get(article)
    if (known) return known
    const view = weightsAround(of, neighbours[article]!)
    views.set(article, view)
    return view
  }
  const seenFrom = (one: number, other: number): number => {
    const [view, a, b] = [viewOf(one), of[one]!.words, of[other]!.words]
    const [own, its, shared] = [squares(a, view), squares(b, view), squares(common(a, b), view)]
    return own > 0 && its > 0 ? shared / Math.sqrt(own * its) : 0
  }
  return (left, right) => (seenFrom(left, right) + seenFrom(right, left)) / 2
}

function weightsAround(of: readonly SparseVector[], near: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const article of near) for (const word of of[article]!.words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Map([...counts].map(([word, count]) => [word, Math.max(0, Math.log((near.length + 1) / (count + 0.5)))]))
}

const squares = (words: Iterable<number>, view: ReadonlyMap<number, number>): number => {
  let sum = 0
  for (const word of words) sum += (view.get(word) ?? 0) ** 2
  return sum
}

function common(a: Int32Array, b: Int32Array): number[] {
  const [found, j] = [[] as number[], { at: 0 }]
  for (const word of a) {
    while (j.at < b.length && b[j.at]! < word) j.at++
    if (b[j.at] === word) found.push(word)
  }
  return found
}
