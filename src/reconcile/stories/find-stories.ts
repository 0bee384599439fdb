import type { StoryWeights } from "../../lexicon/story-weights.ts"
import type { WordCounts } from "../../lexicon/word-counts.ts"
import type { PublishedDate } from "../../model/date.ts"
import { averageLinkage, type Link } from "./average-linkage.ts"
import { nearCopies } from "./near-copies.ts"
import { type CandidatePair, candidatePairs, PAIR_FEATURES } from "./pair-features.ts"
import { storyVectors } from "./story-vectors.ts"
import { type StoryWords, storyWords } from "./story-words.ts"

/** What is compared of a document; title and published may be unknown. */
export type StoryDocument = Readonly<{ title: string; body: string; published: PublishedDate | null }>
/** `background`: how rare words are in news. `weights`: of `PAIR_FEATURES`, with "constant", "apart" and "least". */
export type StoryTools = Readonly<{ background: WordCounts; weights: StoryWeights }>

/** Two documents published further apart are not linked. Set by hand: no corpus with dates was there to learn it from. */
const MOST_DAYS = 14
const DAY = 86_400_000
/** One pair of articles must not outweigh the rest of two groups. */
const MOST_SCORE = 8

/**
 * Which documents report one event: for each, the smallest number of a document of its story. The stories are the same
 * whatever the order of the documents. A document without words is a story of its own.
 * Method: a logistic regression over pairs that an index of rare words proposes, then average linkage of its scores
 * (`local-contrast.ts` says how look-alike events are told apart).
 */
export function findStories(documents: readonly StoryDocument[], tools: StoryTools): number[] {
  const { kept, placeOf } = distinct(documents)
  const groups = group(
    kept.map((document) => documents[document]!),
    tools,
  )
  const first = new Map<number, number>()
  return documents.map((_, document) => {
    const place = placeOf[document]
    if (place === undefined) return document
    const story = groups[place]!
    if (!first.has(story)) first.set(story, document)
    return first.get(story)!
  })
}

/**
 * One of each lot of documents that are the same to the letter, in an order that hangs on what they say alone: sums and
 * ties then come out the same however the documents came in. `placeOf`: of a document in `kept`; undefined without words.
 */
function distinct(documents: readonly StoryDocument[]): { kept: number[]; placeOf: (number | undefined)[] } {
  const lots = new Map<string, number[]>()
  for (const [index, { title, body, published }] of documents.entries()) {
    if (!/[\p{L}\p{N}]/u.test(title + body)) continue
    const key = [published?.value ?? "", title, body].join("\u0000")
    const lot = lots.get(key)
    if (lot) lot.push(index)
    else lots.set(key, [index])
  }
  const placeOf = new Array<number | undefined>(documents.length)
  const sorted = [...lots].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [place, [, lot]] of sorted.entries()) for (const index of lot) placeOf[index] = place
  return { kept: sorted.map(([, lot]) => lot[0]!), placeOf }
}

/** The story of each document: its smallest one. Near-copies stand for one document. */
function group(documents: readonly StoryDocument[], { background, weights }: StoryTools): number[] {
  const days = documents.map(({ published }) => daysOf(published))
  const mayBeLinked = (a: number, b: number): boolean => !isFarApart(days[a]!, days[b]!)
  const words = documents.map(storyWords)
  // By the background alone: a hundred copies would make the words that they share seem common.
  const firsts = nearCopies(storyVectors(words.map(bodyAlone), background, []).vectors, mayBeLinked)
  const kept = [...new Set(firsts)]
  const distinctWords = kept.map((first) => words[first]!)
  const pairs = candidatePairs(storyVectors(distinctWords, background))
  const linked = pairs.filter(({ left, right }) => mayBeLinked(kept[left]!, kept[right]!))
  const linkage = { least: weights.get("least") ?? 0, apart: weights.get("apart") ?? -MOST_SCORE }
  const stories = averageLinkage(kept.length, toLinks(linked, weights), linkage)
  const storyOf = new Map(kept.map((first, index) => [first, kept[stories[index]!]!]))
  return firsts.map((first) => storyOf.get(first)!)
}

const NONE: ReadonlyMap<string, number> = new Map()
const bodyAlone = ({ body }: StoryWords): StoryWords => ({ title: NONE, lead: NONE, body, names: NONE, pairs: NONE })

function toLinks(pairs: readonly CandidatePair[], weights: StoryWeights): Link[] {
  const [constant, ...byFeature] = ["constant", ...PAIR_FEATURES].map((name) => weights.get(name) ?? 0)
  return pairs.map(({ left, right, features }) => {
    const score = features.reduce((sum, value, index) => sum + value * byFeature[index]!, constant!)
    return { left, right, score: Math.max(-MOST_SCORE, Math.min(MOST_SCORE, score)) }
  })
}

/** Null where not even the day is known. */
function daysOf(published: PublishedDate | null): number | null {
  if (!published || published.precision === "year" || published.precision === "month") return null
  return Date.parse(published.value.slice(0, 10)) / DAY
}

const isFarApart = (a: number | null, b: number | null): boolean =>
  a !== null && b !== null && Math.abs(a - b) > MOST_DAYS
