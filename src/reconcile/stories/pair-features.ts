import { type LocalContrast, localContrast } from "./local-contrast.ts"
import { findNeighbours, type Neighbours } from "./neighbours.ts"
import { cosine, type StoryVectors } from "./story-vectors.ts"
import { WORD_KINDS } from "./story-words.ts"

/** Pairs of articles that may be of one story (`left` < `right`), each with what speaks for it, 0 to 1. */
export type CandidatePair = Readonly<{ left: number; right: number; features: readonly number[] }>

/** In the order of `features`: cosines by kind of word, shared weight of the heaviest, local contrasts; then their roots. */
export const PAIR_FEATURES = 2 * (WORD_KINDS.length + 6)

export function candidatePairs(vectors: readonly StoryVectors[]): CandidatePair[] {
  const neighbours = findNeighbours(vectors)
  const contrasts = [
    localContrast(vectors.map(({ names }) => names), neighbours),
    localContrast(vectors.map(({ body }) => body), neighbours),
  ]
  return pairsOf(neighbours).map(([left, right]) => ({ left, right, features: featuresOf(vectors, contrasts, [left, right]) }))
}

function pairsOf(neighbours: Neighbours): [number, number][] {
  return neighbours.flatMap((near, left) =>
    near.filter((right) => right > left).map((right): [number, number] => [left, right]),
  )
}

function featuresOf(
  vectors: readonly StoryVectors[],
  contrasts: readonly LocalContrast[],
  [left, right]: readonly [number, number],
): number[] {
  const [a, b] = [vectors[left]!, vectors[right]!]
  const plain = [
    ...WORD_KINDS.map((kind) => cosine(a[kind], b[kind])),
    ...sharedWeight(a.heaviestNames, b.heaviestNames),
    ...sharedWeight(a.heaviestWords, b.heaviestWords),
    ...contrasts.map((contrast) => contrast(left, right)),
  ]
  return [...plain, ...plain.map((value) => Math.sqrt(Math.max(0, value)))]
}

/** Shared weight as a share of the lighter's and of the heavier's; both 0 when nothing is shared. */
function sharedWeight(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): [number, number] {
  let shared = 0
  for (const [word, weight] of a) shared += Math.min(weight, b.get(word) ?? 0)
  const totals = [a, b].map((weights) => [...weights.values()].reduce((sum, weight) => sum + weight, 0))
  return shared === 0 ? [0, 0] : [shared / Math.min(...totals), shared / Math.max(...totals)]
}
