import type { StoryWeights } from "../../lexicon/story-weights.ts"
import { PAIR_FEATURES } from "../stories/pair-features.ts"
import { MOST_SCORE } from "../stories/score-pairs.ts"
import type { StoryIndex } from "../stories/story-index.ts"
import type { ScoredPair } from "./suggest-stories.ts"

/** Every pair of documents that an index compares, with the log odds that they are of one story, and what those are held against. */
export function scoredPairs(
  index: StoryIndex,
  weights: StoryWeights,
): Readonly<{ pairs: ScoredPair[]; least: number; apart: number }> {
  const [constant, ...byFeature] = ["constant", ...PAIR_FEATURES].map((name) => weights.get(name) ?? 0)
  const scoreOf = (features: readonly number[]): number => {
    const sum = features.reduce((all, value, at) => all + value * byFeature[at]!, constant!)
    return Math.max(-MOST_SCORE, Math.min(MOST_SCORE, sum))
  }
  const pairs = Array.from(index.pairs(), ({ left, right, features }) => ({
    ...{ left, right, score: features === null ? MOST_SCORE : scoreOf(features) },
  }))
  return { pairs, least: weights.get("least") ?? 0, apart: weights.get("apart") ?? -MOST_SCORE }
}
