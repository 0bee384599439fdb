import { loadClaimWords } from "./lexicon/claim-words.ts"
import { loadNames } from "./lexicon/names.ts"
import { loadRelations } from "./lexicon/relations.ts"
import { loadRootWords } from "./lexicon/root-words.ts"
import { loadStoryWeights } from "./lexicon/story-weights.ts"
import { loadWordCounts, type WordCounts } from "./lexicon/word-counts.ts"
import type { Attribution, Run } from "./model/attribution.ts"
import { type Judged, NOTHING_JUDGED } from "./model/judged.ts"
import { type JudgedCopies, type JudgedOrigin, judgedCopyInWords } from "./model/judged-copies.ts"
import type { Span } from "./model/span.ts"
import type { Text } from "./model/text.ts"
import { type CopyDocument, type CopyPair, copiesAmong, openSentences } from "./pipeline.ts"
import { compare } from "./reconcile/copies/compare.ts"
import { sharesText } from "./reconcile/copies/derived.ts"
import { fingerprint } from "./reconcile/copies/fingerprint.ts"
import { heedCopies } from "./reconcile/judged/heed-copies.ts"
import { compareNames, type NameComparison } from "./reconcile/names/compare-names.ts"
import type { Relation } from "./reconcile/relations/claim.ts"
import { prepareClaim, type ReadText } from "./reconcile/relations/prepare-claim.ts"
import { relate } from "./reconcile/relations/relate.ts"
import { findRoots, type RootedClaim } from "./reconcile/roots/find-roots.ts"
import type { CopyLink } from "./reconcile/roots/groups.ts"
import { findStories, type StoryDocument } from "./reconcile/stories/find-stories.ts"
import { type StoryIndex, openStoryIndex as storyIndex } from "./reconcile/stories/story-index.ts"
import type { StoryJudgement } from "./reconcile/stories/story-judgements.ts"

/** Comparisons of what a user brings along, without a ledger. Each loads what it needs when it is opened. */

export type { Verdict } from "./model/relation.ts"
export type { NameComparison } from "./reconcile/names/compare-names.ts"
export type { Claim, Relation } from "./reconcile/relations/claim.ts"
export { prepareClaim, type ReadText } from "./reconcile/relations/prepare-claim.ts"
export type { RootAppearance, RootedClaim } from "./reconcile/roots/find-roots.ts"
export type { RootBranch } from "./reconcile/roots/root-tree.ts"
export type { StoryDocument } from "./reconcile/stories/find-stories.ts"
export type { StoryIds, StoryIndex } from "./reconcile/stories/story-index.ts"
export type { StoryJudgement } from "./reconcile/stories/story-judgements.ts"

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

/** Documents in stories, one by one, as `StoryIndex` says. `background`: how rare words are, where not as in English news. */
export const openStoryIndex = (background?: WordCounts, judgements: readonly StoryJudgement[] = []): StoryIndex =>
  storyIndex({ background: background ?? loadWordCounts(), weights: loadStoryWeights() }, judgements)

/** A text with what was read of it, and the words of the claim in it. */
export type RelatedSide = Readonly<{ read: ReadText; focus: Span }>

/** What the right claim does to the left one. Throws `lexicon/…` when the tables of the program are damaged. */
export function openRelations(): (left: RelatedSide, right: RelatedSide) => Relation {
  const lexicon = loadRelations()
  const prepare = ({ read, focus }: RelatedSide) => prepareClaim(read, focus)
  return (left, right) => relate(prepare(left), prepare(right), lexicon)
}

/** A document that has been read; `run` null: its attributions were not, and everything counts as its own voice. */
export type ReadDocument = Omit<CopyDocument, "text"> &
  Readonly<{ text: Text; run: Pick<Run, "attributions" | "findings"> | null }>

/**
 * The claims that two or more documents carry, with the root sources behind each; `findRoots` with the shipped tables. `judged`: what people
 * decided, which comes before; a claim that was read wrongly counts as said by nobody who is named.
 * Throws `lexicon/…` when the tables of the program are damaged.
 */
export function openRoots(): (documents: readonly ReadDocument[], judged?: Judged) => RootedClaim[] {
  const tables = { claims: loadClaimWords(), roots: loadRootWords() }
  const sentencesOf = openSentences()
  return (documents, judged = NOTHING_JUDGED) => {
    const isRight = ({ id }: Attribution) => judged.claims.readingOf(id) !== "wrong"
    const read = documents.map(({ text, run, publisher }) => ({
      publisher,
      text: text.value,
      sentences: sentencesOf(text),
      attributions: (run?.attributions ?? []).filter(isRight),
      entities: run?.findings.entities ?? [],
      figures: run?.findings.figures ?? [],
    }))
    return findRoots(read, findCopyLinks(documents, judged.copies), { ...tables, judged })
  }
}

/** Copies among the documents, each text that several print asked for once; and what people judged of them. */
function findCopyLinks(documents: readonly ReadDocument[], judged: JudgedCopies): CopyLink[] {
  const first = new Map(documents.map(({ text }, index) => [text.id, index] as const).reverse())
  const places = [...first.values()].sort((a, b) => a - b)
  const asked = places.map((place): CopyDocument => ({ ...documents[place]!, text: documents[place]!.text.value }))
  const found = Array.from(copiesAmong(asked), ({ left, right, reuse, direction: { from } }) => {
    const share = Math.max(reuse.containment.left, reuse.containment.right)
    return { left: places[left]!, right: places[right]!, share, from, reworded: !sharesText(reuse) }
  })
  const given = { ids: documents.map(({ id }) => id), judged }
  return [
    ...heedCopies<(typeof found)[number], CopyLink>(found, given, {
      // How much of a rewording is shared, and how much of what nobody but people sees, nothing tells.
      heed({ reworded, ...link }, { from }) {
        return { ...link, share: reworded || from === "neither" ? 1 : link.share, from, judged: true }
      },
      add: (pair, { from }) => ({ ...pair, share: 1, from, judged: true }),
    }),
  ]
}

/** Two documents that share text, with where they have it from as people judged it. */
export type JudgedPair = Omit<CopyPair, "direction"> &
  Readonly<{ direction: Readonly<{ from: CopyPair["direction"]["from"] | JudgedOrigin; because: readonly string[] }> }>

/** Pairs of documents that share text as people judged them; those that only people see come last, with what they share. */
export const copiesAsJudged = (documents: readonly CopyDocument[], judged: JudgedCopies): Iterable<JudgedPair> =>
  heedCopies<CopyPair, JudgedPair>(
    copiesAmong(documents),
    { ids: documents.map(({ id }) => id), judged },
    {
      heed: (pair, said) => ({ ...pair, direction: { from: said.from, because: [judgedCopyInWords(said)] } }),
      add({ left, right }, said) {
        const reuse = compare(fingerprint(documents[left]!.text), fingerprint(documents[right]!.text))
        return {
          left,
          right,
          version: false,
          reuse,
          direction: { from: said.from, because: [judgedCopyInWords(said)] },
        }
      },
    },
  )
