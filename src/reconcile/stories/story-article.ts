import type { PublishedDate } from "../../model/date.ts"
import type { NumberedWords } from "./numbered-words.ts"
import type { StoryVectors } from "./story-vectors.ts"

/** What is compared of a document; title and published may be unknown. */
export type StoryDocument = Readonly<{ title: string; body: string; published: PublishedDate | null }>

/** One text of one day, whoever printed it, as it stands in an index of stories. */
export type StoryArticle = {
  /** Made of what it says alone: articles are ordered by it wherever an order is needed. */
  readonly key: string
  /** Those who printed it to the letter. */
  readonly ids: string[]
  /** Since 1970; null where not even the day is known. */
  readonly day: number | null
  readonly block: number
  readonly words: NumberedWords
  /** The article that it nearly copies, of its own block; itself where there is none. */
  first: StoryArticle
  /** Null until they are worked out. */
  vectors: StoryVectors | null
  near: NearArticles | null
}

/** What an article has found around it. Lists of one length; a score is NaN until it is worked out. */
export type NearArticles = Readonly<{
  /** The number of the look, none has two. */
  look: number
  /** Those that it may be of one story with, the most alike first. */
  partners: readonly StoryArticle[]
  likenesses: Float64Array
  /** Its points of view on them: local contrasts by name, then by word. */
  views: Float32Array
  scores: Float32Array
  /** The partner's look that the score was worked out with; 0 for none. */
  against: Float64Array
}>

/** Two documents published further apart are not linked. Set by hand: no corpus with dates was there to learn it from. */
export const MOST_DAYS = 14
/** Days are counted in blocks of so many: what may be linked lies in one block or in two side by side. */
const BLOCK_DAYS = MOST_DAYS + 1
/** The block of what names no day, which may be linked with all. */
export const UNDATED = Number.NEGATIVE_INFINITY
const DAY = 86_400_000

/** Null where not even the day is known. */
export function dayOf(published: PublishedDate | null): number | null {
  if (!published || published.precision === "year" || published.precision === "month") return null
  return Math.floor(Date.parse(published.value.slice(0, 10)) / DAY)
}

export const blockOf = (day: number | null): number => (day === null ? UNDATED : Math.floor(day / BLOCK_DAYS))

export const mayBeLinked = (a: StoryArticle, b: StoryArticle): boolean =>
  a.day === null || b.day === null || Math.abs(a.day - b.day) <= MOST_DAYS

export const byKey = (a: StoryArticle, b: StoryArticle): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
