import type { WordCounts } from "../../lexicon/word-counts.ts"
import { type StoryWords, WORD_KINDS, type WordKind } from "./story-words.ts"

/** A vector of weights by word number, in rising order of the numbers, of length 1 (of length 0 when it is empty). */
export type SparseVector = Readonly<{ words: Int32Array; weights: Float64Array }>
/** `heaviest`: the weights of the words that say most, not scaled. */
export type StoryVectors = Readonly<Record<WordKind, SparseVector>> &
  Readonly<{ heaviestNames: ReadonlyMap<number, number>; heaviestWords: ReadonlyMap<number, number> }>

/** `shares`: by word number, in what share of the background's articles it stands. */
export type WordVectors = Readonly<{ vectors: readonly StoryVectors[]; shares: Float64Array }>

const NAMES_KEPT = 12
const WORDS_KEPT = 25
/** A pair of words counts when neither is one that most articles have. */
const LEAST_PAIR_WEIGHT = 2

/**
 * TF-IDF vectors of articles, each kind of word apart. How rare a word is, is counted on `counted` and on a background
 * of news, so that two articles alone can be compared too.
 */
export function storyVectors(articles: readonly StoryWords[], background: WordCounts, counted = articles): WordVectors {
  const rarity = rarityOf(counted, background)
  const numbers = new Map<string, number>()
  const numberOf = (word: string): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size)
    return numbers.size - 1
  }
  const vectors = articles.map((article) => vectorsOf(article, rarity, numberOf))
  const shares = Float64Array.from(numbers.keys(), (word) => (background.of.get(word) ?? 0) / background.articles)
  return { vectors, shares }
}

function vectorsOf(article: StoryWords, rarity: Rarity, numberOf: (word: string) => number): StoryVectors {
  const weighted = Object.fromEntries(
    WORD_KINDS.map((kind) => [
      kind,
      kind === "pairs" ? pairWeights(article.pairs, rarity) : weights(article[kind], rarity),
    ]),
  ) as Record<WordKind, [string, number][]>
  const vectors = Object.fromEntries(WORD_KINDS.map((kind) => [kind, toVector(weighted[kind], numberOf)])) as Record<
    WordKind,
    SparseVector
  >
  return {
    ...vectors,
    heaviestNames: heaviest(weighted.names, NAMES_KEPT, numberOf),
    heaviestWords: heaviest(weighted.body, WORDS_KEPT, numberOf),
  }
}

type Rarity = (word: string) => number

function rarityOf(articles: readonly StoryWords[], background: WordCounts): Rarity {
  const here = new Map<string, number>()
  for (const { body } of articles) for (const word of body.keys()) here.set(word, (here.get(word) ?? 0) + 1)
  const all = background.articles + articles.length + 1
  return (word) => Math.log(all / ((background.of.get(word) ?? 0) + (here.get(word) ?? 0) + 0.5))
}

const weights = (counts: ReadonlyMap<string, number>, rarity: Rarity): [string, number][] =>
  [...counts]
    .filter(([word]) => word.length > 1)
    .map(([word, count]) => [word, (count >= 1 ? 1 + Math.log(count) : count) * rarity(word)])

const pairWeights = (counts: ReadonlyMap<string, number>, rarity: Rarity): [string, number][] =>
  [...counts.keys()].flatMap((pair) => {
    const [first, second] = pair.split(" ").map(rarity) as [number, number]
    return Math.min(first, second) > LEAST_PAIR_WEIGHT ? [[pair, first + second] as [string, number]] : []
  })

function toVector(weighted: readonly [string, number][], numberOf: (word: string) => number): SparseVector {
  const numbered = weighted.map(([word, weight]) => [numberOf(word), weight] as const).sort((a, b) => a[0] - b[0])
  const length = Math.sqrt(numbered.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return {
    words: Int32Array.from(numbered, ([word]) => word),
    weights: Float64Array.from(numbered, ([, weight]) => weight / length),
  }
}

/** Ties are broken by the word itself, so that the order in which articles came in says nothing. */
const heaviest = (weighted: readonly [string, number][], kept: number, numberOf: (word: string) => number) =>
  new Map(
    [...weighted]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, kept)
      .map(([word, weight]) => [numberOf(word), weight]),
  )

/** Cosine of two vectors, 0 to 1; 0 when either is empty. */
export function cosine(a: SparseVector, b: SparseVector): number {
  let [i, j, sum] = [0, 0, 0]
  while (i < a.words.length && j < b.words.length) {
    const difference = a.words[i]! - b.words[j]!
    if (difference === 0) sum += a.weights[i++]! * b.weights[j++]!
    else if (difference < 0) i++
    else j++
  }
  return sum
}
