import type { Counted, NumberedWords } from "./numbered-words.ts"
import type { WordKind } from "./story-words.ts"

/** A vector of weights by word, in rising order of the words' numbers, of length 1 (of length 0 when it is empty). */
export type SparseVector = Readonly<{ words: Int32Array | Float64Array; weights: Float32Array }>
/** `heaviest`: the weights of the words that say most, not scaled. */
export type StoryVectors = Readonly<Record<WordKind, SparseVector>> &
  Readonly<{ heaviestNames: ReadonlyMap<number, number>; heaviestWords: ReadonlyMap<number, number> }>

/** `rarity`: of a word, by its number; `wordOf`: the word itself, which breaks ties. */
export type VectorTools = Readonly<{ rarity: (word: number) => number; wordOf: (word: number) => string }>

const NAMES_KEPT = 12
const WORDS_KEPT = 25
/** A pair of words counts when neither is one that most articles have. */
const LEAST_PAIR_WEIGHT = 2
/** Two numbers of words in one. */
const PAIRED = 2 ** 26

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

const weighed = ({ words, counts }: Counted, { rarity }: VectorTools): Float64Array =>
  Float64Array.from(words, (word, index) => {
    const count = counts[index]!
    return (count >= 1 ? 1 + Math.log(count) : count) * rarity(word)
  })

function pairVector(pairs: Int32Array, { rarity }: VectorTools): SparseVector {
  const kept: [number, number][] = []
  for (let at = 0; at < pairs.length; at += 2) {
    const [first, second] = [pairs[at]!, pairs[at + 1]!]
    const [a, b] = [rarity(first), rarity(second)]
    if (Math.min(a, b) > LEAST_PAIR_WEIGHT) kept.push([first * PAIRED + second, a + b])
  }
  kept.sort((a, b) => a[0] - b[0])
  return toVector(
    Float64Array.from(kept, ([pair]) => pair),
    Float64Array.from(kept, ([, weight]) => weight),
  )
}

function toVector(words: Int32Array | Float64Array, weights: Float64Array): SparseVector {
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1
  return { words, weights: Float32Array.from(weights, (weight) => weight / length) }
}

/** Ties are broken by the word itself, so that the order in which articles came in says nothing. */
function heaviest(
  words: Int32Array,
  weights: Float64Array,
  { kept, wordOf }: { kept: number } & VectorTools,
): Map<number, number> {
  const order = Array.from(words.keys())
  order.sort((a, b) => weights[b]! - weights[a]! || (wordOf(words[a]!) < wordOf(words[b]!) ? -1 : 1))
  return new Map(order.slice(0, kept).map((index) => [words[index]!, weights[index]!]))
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
