import { loadNames } from "./lexicon/names.ts"
import { loadStoryWeights } from "./lexicon/story-weights.ts"
import { loadWordCounts } from "./lexicon/word-counts.ts"
import { compareNames, type NameComparison } from "./reconcile/names/compare-names.ts"
import { findStories, type StoryDocument } from "./reconcile/stories/find-stories.ts"

/** Comparisons of what a user brings along, without a ledger. Each loads what it needs when it is opened. */

export type { NameComparison } from "./reconcile/names/compare-names.ts"
export type { StoryDocument } from "./reconcile/stories/find-stories.ts"

/** Whether two spellings may be one name. Throws `lexicon/…` when the tables of the program are damaged. */
export function openNames(): (left: string, right: string) => NameComparison {
  const lexicon = loadNames()
  return (left, right) => compareNames(left, right, lexicon)
}

/**
 * Which documents report one event: for each, the number of the first one of its story.
 * Throws `lexicon/…` when the tables of the program are damaged.
 */
export function openStories(): (documents: readonly StoryDocument[]) => number[] {
  const tools = { background: loadWordCounts(), weights: loadStoryWeights() }
  return (documents) => findStories(documents, tools)
}
