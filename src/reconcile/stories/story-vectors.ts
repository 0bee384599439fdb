import { type Counted, firstOf, type NumberedWords, secondOf } from "./numbered-words.ts"
import type { WordKind } from "./story-words.ts"

/** A vector of weights by word, in rising order of the words' numbers, of length 1 (of length 0 when it is empty). */
export type SparseVector<Words = Int32Array | Float64Array> = Readonly<{ words: Words; weights: Float32Array }>
/** The words that say most, in rising order of their numbers, with weights that are not scaled, and their sum. */
export type Heaviest = Readonly<{ words: Int32Array; weights: Float64Array; sum: number }>
export type StoryVectors = Readonly<Record<Exclude<WordKind, "pairs">, SparseVector<Int32Array>>> &
  Readonly<{ pairs: SparseVector<Float64Array>; heaviestNames: Heaviest; heaviestWords: Heaviest }>

/** `rarity`: of a word, by its number; `wordOf`: the word itself, which breaks ties. */
export type VectorTools = Readonly<{ rarity: (word: number) => number; wordOf: (word: number) => string }>

const NAMES_KEPT = 12
const WORDS_KEPT = 25
/** A pair of words counts when neither is one that most articles have. */
const LEAST_PAIR_WEIGHT = 2

/** TF-IDF vectors of an article, each kind of word apart. */
export function storyVectors(article: NumberedWords, tools: VectorTools): StoryVectors {
  const { title, lead, body, names, pairs } = article
  const [inNames, inBody] = [weighed(names, tools), weighed(body, tools)]
  return {
    title: toVector(title.words, weighed(title, tools)),
    lead: toVector(lead.words, weighed(lead, tools)),
    body: toVector(body.words, inBody),
    names: toVector(names.words, inNames),
    pairs: pairVector(pairs, tools),
    heaviestNames: heaviest(names.words, inNames, { kept: NAMES_KEPT, ...tools }),
    heaviestWords: heaviest(body.words, inBody, { kept: WORDS_KEPT, ...tools }),
  }
}

function weighed({ words, counts }: Counted, { rarity }: VectorTools): Float64Array {
  const weights = new Float64Array(words.length)
  for (let at = 0; at < words.length; at++) {
    const count = counts[at]!
    weights[at] = (count > 1 ? 1 + Math.log(count) : count) * rarity(words[at]!)
  }
  return weights
}

function pairVector(pairs: Float64Array, { rarity }: VectorTools): SparseVector<Float64Array> {
  const [words, weights] = [new Float64Array(pairs.length), new Float64Array(pairs.length)]
  let size = 0
  for (const pair of pairs) {
    const [a, b] = [rarity(firstOf(pair)), rarity(secondOf(pair))]
    if (Math.min(a, b) <= LEAST_PAIR_WEIGHT) continue
    words[size] = pair
    weights[size++] = a + b
  }
  return toVector(words.slice(0, size), weights.subarray(0, size))
}

function toVector<Words>(words: Words, weights: Float64Array): SparseVector<Words> {
  let squares = 0
  for (const weight of weights) squares += weight * weight
  const length = Math.sqrt(squares) || 1
  const scaled = new Float32Array(weights.length)
  for (let at = 0; at < weights.length; at++) scaled[at] = weights[at]! / length
  return { words, weights: scaled }
}

/** Ties are broken by the word itself, so that the order in which articles came in says nothing. */
function heaviest(
  words: Int32Array,
  weights: Float64Array,
  { kept, wordOf }: { kept: number } & VectorTools,
): Heaviest {
  const least = weights.length > kept ? weights.slice().sort()[weights.length - kept]! : Number.NEGATIVE_INFINITY
  const places: number[] = []
  for (let at = 0; at < weights.length; at++) if (weights[at]! >= least) places.push(at)
  if (places.length > kept) {
    places.sort((a, b) => weights[b]! - weights[a]! || (wordOf(words[a]!) < wordOf(words[b]!) ? -1 : 1))
    places.length = kept
    places.sort((a, b) => a - b)
  }
  const chosen = Float64Array.from(places, (at) => weights[at]!)
  return {
    words: Int32Array.from(places, (at) => words[at]!),
    weights: chosen,
    sum: chosen.reduce((sum, weight) => sum + weight, 0),
  }
}

/** So fine are likenesses: what lies below hangs on the order of adding up. */
const FINE = 1e7
export const rounded = (value: number): number => Math.round(value * FINE) / FINE

/** Cosine of two vectors, 0 to 1; 0 when either is empty. */
export function cosine(a: SparseVector, b: SparseVector): number {
  const [left, right] = [a.words, b.words]
  let [i, j, sum] = [0, 0, 0]
  while (i < left.length && j < right.length) {
    const difference = left[i]! - right[j]!
    if (difference === 0) sum += a.weights[i++]! * b.weights[j++]!
    else if (difference < 0) i++
    else j++
  }
  return rounded(sum)
}

/** Shared weight as a share of the lighter's and of the heavier's; both 0 when nothing is shared. */
export function sharedWeight(a: Heaviest, b: Heaviest): [number, number] {
  let [i, j, shared] = [0, 0, 0]
  while (i < a.words.length && j < b.words.length) {
    const difference = a.words[i]! - b.words[j]!
    if (difference === 0) shared += Math.min(a.weights[i]!, b.weights[j]!)
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return shared === 0 ? [0, 0] : [shared / Math.min(a.sum, b.sum), shared / Math.max(a.sum, b.sum)]
}
