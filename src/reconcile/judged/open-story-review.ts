import type { StoryWeights } from "../../lexicon/story-weights.ts"
import type { DocumentId } from "../../model/document.ts"
import { PAIR_FEATURES } from "../stories/pair-features.ts"
import { MOST_SCORE } from "../stories/score-pairs.ts"
import { blockOf, dayOf, type StoryDocument, UNDATED } from "../stories/story-article.ts"
import type { StoryIndex } from "../stories/story-index.ts"
import { mostDoubtful, type ScoredPair, type StoryPair, suggestStories } from "./suggest-stories.ts"

/** Goes through documents for stories in doubt; what lies three blocks of time back is suggested and forgotten. */
export type StoryReview = Readonly<{
  /** By date, those without one first. */
  add(id: DocumentId, document: StoryDocument): void
  /** All that is in doubt, most doubtful first. To be called once. */
  finish(): StoryPair[]
}>

/** What lies so many blocks behind the newest is settled by an index: `settle` of `StoryIndex`. */
const BEHIND = 3

type Given = Readonly<{
  weights: StoryWeights
  isJudged: (left: DocumentId, right: DocumentId) => boolean
}>

/**
 * `index`: an empty one, that nobody else adds to. Suggests what one look at all documents would, but that a document without a
 * day is seen beside what is held at a time.
 */
export function openStoryReview(index: StoryIndex, { weights, isJudged }: Given): StoryReview {
  const scoreOf = openScore(weights)
  const held = { least: weights.get("least") ?? 0, apart: weights.get("apart") ?? -MOST_SCORE, isJudged }
  const blocks = new Map<DocumentId, number>()
  const settled = new Map<DocumentId, readonly DocumentId[]>()
  const found: StoryPair[] = []
  let waiting: ScoredPair[] = []
  let newest = UNDATED
  let done = UNDATED

  /** Pairs of which one reaches back to `last`, beyond what was looked at: no later document changes them. */
  function* pairsUntil(last: number): Generator<ScoredPair> {
    for (const { left, right, features } of index.pairs()) {
      const dated = [left, right].map((id) => blocks.get(id) ?? done).filter((block) => block !== UNDATED)
      const earliest = dated.length > 0 ? Math.min(...dated) : Number.POSITIVE_INFINITY
      if (earliest > done && earliest <= last) yield { left, right, score: scoreOf(features) }
    }
  }

  function close(last: number, stories: readonly (readonly DocumentId[])[]): void {
    for (const story of stories) for (const id of story) settled.set(id, story)
    const isReady = ({ left, right }: ScoredPair): boolean => settled.has(left) && settled.has(right)
    const pairs = waiting.filter(isReady)
    waiting = waiting.filter((pair) => !isReady(pair))
    const named = new Set(pairs.flatMap(({ left, right }) => [settled.get(left)!, settled.get(right)!]))
    found.push(...suggestStories({ ...held, pairs, stories: [...named] }))
    const needed = new Set(waiting.flatMap(({ left, right }) => [left, right]))
    for (const id of settled.keys()) if (!needed.has(id)) settled.delete(id)
    for (const [id, block] of blocks) if (block !== UNDATED && block <= last) blocks.delete(id)
    done = last
  }

  return {
    add(id, document) {
      const block = blockOf(dayOf(document.published))
      // All that the newest block may touch is there before the first document of a newer one comes.
      if (block > newest && newest !== UNDATED) settle(newest - BEHIND)
      newest = Math.max(newest, block)
      blocks.set(id, block)
      index.add(id, document)
    },
    finish() {
      waiting.push(...pairsUntil(Number.POSITIVE_INFINITY))
      close(Number.POSITIVE_INFINITY, index.stories())
      return mostDoubtful(found)
    },
  }

  function settle(last: number): void {
    waiting.push(...pairsUntil(last))
    close(last, index.settle())
  }
}

/** Log odds that two are of one story, by their features; null: nearly one text. */
function openScore(weights: StoryWeights): (features: readonly number[] | null) => number {
  const [constant, ...byFeature] = ["constant", ...PAIR_FEATURES].map((name) => weights.get(name) ?? 0)
  return (features) => {
    if (features === null) return MOST_SCORE
    const sum = features.reduce((all, value, at) => all + value * byFeature[at]!, constant!)
    return Math.max(-MOST_SCORE, Math.min(MOST_SCORE, sum))
  }
}
