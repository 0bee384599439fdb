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
    const hash = numbers.hashOf(word)
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

/** The end of MurmurHash3. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** Whether two articles are nearly one text, by their words alone. */
export function isNearCopy(a: NumberedWords, b: NumberedWords, tools: CopyTools): boolean {
  const [left, right] = [a.body.words, b.body.words]
  const shared: number[] = []
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const difference = left[i]! - right[j]!
    if (difference === 0) shared.push(i, j)
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  if (shared.length / 2 < LEAST_SHARED * Math.min(left.length, right.length)) return false
  let product = 0
  for (let at = 0; at < shared.length; at += 2) {
    product += weightOf(a, shared[at]!, tools) * weightOf(b, shared[at + 1]!, tools)
  }
  return product > 0 && product * product >= LEAST_COSINE * LEAST_COSINE * squaresOf(a, tools) * squaresOf(b, tools)
}

function squaresOf(article: NumberedWords, tools: CopyTools): number {
  let sum = 0
  for (let at = 0; at < article.body.words.length; at++) {
    const weight = weightOf(article, at, tools)
    sum += weight * weight
  }
  return sum
}

const LOGARITHMS = Float64Array.from({ length: 64 }, (_, count) => Math.log(count))

function weightOf({ body }: NumberedWords, at: number, { numbers }: CopyTools): number {
  const count = body.counts[at]!
  return (1 + (LOGARITHMS[count] ?? Math.log(count))) * numbers.rarityInBackground(body.words[at]!)
}
