import { CONTRAST_WIDTHS, localContrasts } from "./local-contrast.ts"
import { findNeighbours } from "./neighbours.ts"
import { cosine, type StoryVectors, type WordVectors } from "./story-vectors.ts"
import { WORD_KINDS } from "./story-words.ts"

/** Two articles that may be of one story (`left` < `right`), with what speaks for it, 0 to 1, as `PAIR_FEATURES` names it. */
export type CandidatePair = Readonly<{ left: number; right: number; features: readonly number[] }>

const PLAIN = [
  ...WORD_KINDS,
  "names-of-lighter",
  "names-of-heavier",
  "words-of-lighter",
  "words-of-heavier",
  ...CONTRAST_WIDTHS.map((width) => `names-among-${width}`),
  ...CONTRAST_WIDTHS.map((width) => `words-among-${width}`),
]
/** Cosines by kind of word, shared weight of the heaviest, local contrasts; then the roots of all of them. */
export const PAIR_FEATURES: readonly string[] = [...PLAIN, ...PLAIN.map((name) => `root-of-${name}`)]

/** In rising order of `left`, then `right`. */
export function candidatePairs({ vectors, shares }: WordVectors): CandidatePair[] {
  const neighbours = findNeighbours(vectors)
  const byName = localContrasts({ of: vectors.map(({ names }) => names), shares, neighbours })
  const byWord = localContrasts({ of: vectors.map(({ body }) => body), shares, neighbours })
  return neighbours.pairs.map(([left, right], row) => {
    const plain = [...likeness(vectors[left]!, vectors[right]!), ...byName[row]!, ...byWord[row]!]
    return { left, right, features: [...plain, ...plain.map((value) => Math.sqrt(Math.max(0, value)))] }
  })
}

const likeness = (a: StoryVectors, b: StoryVectors): number[] => [
  ...WORD_KINDS.map((kind) => cosine(a[kind], b[kind])),
  ...sharedWeight(a.heaviestNames, b.heaviestNames),
  ...sharedWeight(a.heaviestWords, b.heaviestWords),
]

/** Shared weight as a share of the lighter's and of the heavier's; both 0 when nothing is shared. */
function sharedWeight(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): [number, number] {
  let shared = 0
  for (const [word, weight] of a) shared += Math.min(weight, b.get(word) ?? 0)
  const totals = [a, b].map((weights) => [...weights.values()].reduce((sum, weight) => sum + weight, 0))
  return shared === 0 ? [0, 0] : [shared / Math.min(...totals), shared / Math.max(...totals)]
}
