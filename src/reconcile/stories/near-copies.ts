import type { NumberedWords, WordNumbers } from "./numbered-words.ts"

/** A text has so many marks, each made of so many hashes: texts of which nine words in ten are the same share one. */
const [MARKS, HASHES] = [5, 2]
/** Words that more of the background's articles have tell no texts apart. */
const MOST_SHARE = 0.02
/** Cosine of all words from which two articles are one text, a little changed. In ECB+ no two events reach it. */
const LEAST_COSINE = 0.8

/** With fewer words in common, as a share of the shorter's, no cosine is worked out. */
const LEAST_SHARED = 0.5

/** Of the background alone: what is nearly one text must not hang on which others there are. */
export type CopyTools = Readonly<{ numbers: WordNumbers; articles: number }>

/**
 * What texts that are nearly one have in common, most of the time at least one of these: the words whose hashes are
 * least. Empty for a text without words. Method: MinHash with bands, Broder 1997.
 */
export function copyMarks({ body }: NumberedWords, { numbers, articles }: CopyTools): string[] {
  const rare = body.words.filter((word) => numbers.inBackground(word) <= MOST_SHARE * articles)
  const words = rare.length > 0 ? rare : body.words
  if (words.length === 0) return []
  const least = new Uint32Array(MARKS * HASHES).fill(0xffffffff)
  for (const word of words) {
    const hash = hashOf(numbers.wordOf(word))
    for (let i = 0; i < least.length; i++) {
      const value = mix(hash ^ Math.imul(i + 1, 0x9e3779b1))
      if (value < least[i]!) least[i] = value
    }
  }
  return Array.from(
    { length: MARKS },
    (_, mark) => `${mark} ${least.slice(mark * HASHES, (mark + 1) * HASHES).join(" ")}`,
  )
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}

/** The end of MurmurHash3. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** Whether two articles are nearly one text, by their words alone. */
export function isNearCopy(a: NumberedWords, b: NumberedWords, tools: CopyTools): boolean {
  if (!shareHalf(a.body.words, b.body.words)) return false
  const [left, right] = [squaresOf(a, tools), squaresOf(b, tools)]
  let [i, j, product] = [0, 0, 0]
  while (i < a.body.words.length && j < b.body.words.length) {
    const difference = a.body.words[i]! - b.body.words[j]!
    if (difference === 0) product += left.weights[i]! * right.weights[j]!
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return product > 0 && product * product >= LEAST_COSINE * LEAST_COSINE * left.sum * right.sum
}

function shareHalf(a: Int32Array, b: Int32Array): boolean {
  let [i, j, shared] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const difference = a[i]! - b[j]!
    if (difference === 0) shared++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return shared >= LEAST_SHARED * Math.min(a.length, b.length)
}

function squaresOf({ body }: NumberedWords, { numbers, articles }: CopyTools): { weights: Float64Array; sum: number } {
  const weights = Float64Array.from(
    body.words,
    (word, i) => (1 + Math.log(body.counts[i]!)) * Math.log((articles + 1) / (numbers.inBackground(word) + 0.5)),
  )
  return { weights, sum: weights.reduce((sum, weight) => sum + weight * weight, 0) }
}
