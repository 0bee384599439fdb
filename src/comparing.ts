import { loadNames } from "./lexicon/names.ts"
import { loadRelations } from "./lexicon/relations.ts"
import { loadStoryWeights } from "./lexicon/story-weights.ts"
import { loadWordCounts } from "./lexicon/word-counts.ts"
import type { Span } from "./model/span.ts"
import { compareNames, type NameComparison } from "./reconcile/names/compare-names.ts"
import type { Relation } from "./reconcile/relations/claim.ts"
import { prepareClaim, type ReadText } from "./reconcile/relations/prepare-claim.ts"
import { relate } from "./reconcile/relations/relate.ts"
import { findStories, type StoryDocument } from "./reconcile/stories/find-stories.ts"

/** Comparisons of what a user brings along, without a ledger. Each loads what it needs when it is opened. */

export type { NameComparison } from "./reconcile/names/compare-names.ts"
export type { Claim, Relation, Verdict } from "./reconcile/relations/claim.ts"
export { prepareClaim, type ReadText } from "./reconcile/relations/prepare-claim.ts"
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

/** A text with what was read of it, and the words of the claim in it. */
export type RelatedSide = Readonly<{ read: ReadText; focus: Span }>

/** What the right claim does to the left one. Throws `lexicon/…` when the tables of the program are damaged. */
export function openRelations(): (left: RelatedSide, right: RelatedSide) => Relation {
  const lexicon = loadRelations()
  const prepare = ({ read, focus }: RelatedSide) => prepareClaim(read, focus)
  return (left, right) => relate(prepare(left), prepare(right), lexicon)
}
