import type { WordCounts } from "../../lexicon/word-counts.ts"
import { cosine, cover, toVector, type Vector } from "./claim-vector.ts"
import { claimWords, stem } from "./claim-words.ts"

/** A claim to be found. `marks`: what else two claims may have in common, as the measure of a figure. */
export type ClaimText = Readonly<{ text: string; marks?: readonly string[] }>

/** `claim`: its place in the list; `score`: 0 to 1, how much it says the same; `shared`: words and marks in common. */
export type ClaimMatch = Readonly<{ claim: number; score: number; shared: number }>

/** How much each likeness counts; chosen on half of a set of posts and the claims that they repeat, then rounded by hand. */
const WEIGHT = { words: 0.29, covered: 0.1, pairs: 0.09, grams: 0.52 } as const
const GRAM = 4

/**
 * The claims that share a word with the question, likest first, of equals the earlier one; none for a question without
 * words. Likeness: words weighted by rarity (cosine; the share of the shorter that the longer has), pairs of words that
 * follow one another, runs of four letters. Rarity: in how many of the claims and of the counted articles a word stands.
 */
export const matchClaims = (
  question: ClaimText,
  claims: readonly ClaimText[],
  counts: WordCounts = NO_COUNTS,
): ClaimMatch[] => openClaims(claims, counts)(question)

/** `matchClaims` for many questions on the same claims. */
export function openClaims(
  claims: readonly ClaimText[],
  counts: WordCounts = NO_COUNTS,
): (question: ClaimText) => ClaimMatch[] {
  const { vectors, toVectors } = layOut(claims, counts)
  return (question) => {
    const asked = toVectors(toKeys(question))
    return vectors
      .map((vector, claim) => ({ claim, score: likeness(asked, vector), shared: common(asked.words, vector.words) }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.score - a.score || a.claim - b.claim)
  }
}

/** How alike two of the claims are, by their places, 0 to 1; as `matchClaims` has it. */
export function openLikeness(
  claims: readonly ClaimText[],
  counts: WordCounts = NO_COUNTS,
): (left: number, right: number) => number {
  const { vectors } = layOut(claims, counts)
  return (left, right) => likeness(vectors[left]!, vectors[right]!)
}

function layOut(claims: readonly ClaimText[], counts: WordCounts) {
  const forms = claims.map(toKeys)
  const rarity = {
    words: rarityOf(
      forms.map(({ words }) => words),
      counts,
    ),
    grams: rarityOf(
      forms.map(({ grams }) => grams),
      NO_COUNTS,
    ),
  }
  const toVectors = ({ words, pairs, grams }: Keys): Vectors => ({
    words: toVector(words, rarity.words),
    pairs: toVector(pairs, (pair) => pair.split(" ").reduce((sum, key) => sum + rarity.words(key), 0)),
    grams: toVector(grams, rarity.grams),
  })
  return { vectors: forms.map(toVectors), toVectors }
}

const NO_COUNTS: WordCounts = { articles: 0, of: new Map() }

type Keys = Readonly<{ words: readonly string[]; pairs: readonly string[]; grams: readonly string[] }>
type Vectors = Readonly<Record<keyof Keys, Vector>>

function toKeys({ text, marks = [] }: ClaimText): Keys {
  const words = claimWords(text).map(({ key }) => key)
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`)
  return { words: [...words, ...marks.map((mark) => `#${mark}`)], pairs, grams: words.flatMap(gramsOf) }
}

/** Runs of letters within a word, its borders included. */
function gramsOf(word: string): string[] {
  const bordered = ` ${word} `
  if (bordered.length <= GRAM) return [bordered]
  return Array.from({ length: bordered.length - GRAM + 1 }, (_, at) => bordered.slice(at, at + GRAM))
}

function likeness(asked: Vectors, claim: Vectors): number {
  const [shorter, longer] = asked.words.sum < claim.words.sum ? [asked.words, claim.words] : [claim.words, asked.words]
  const score =
    WEIGHT.words * cosine(asked.words, claim.words) +
    WEIGHT.covered * cover(shorter, longer) +
    WEIGHT.pairs * cosine(asked.pairs, claim.pairs) +
    WEIGHT.grams * cosine(asked.grams, claim.grams)
  return Math.round(score * 1e4) / 1e4
}

const common = (left: Vector, right: Vector): number =>
  [...left.weights.keys()].filter((key) => right.weights.has(key)).length

/** Rarity from 0 up: the logarithm of how few of all have it. A word of no article counts as one of half an article. */
function rarityOf(forms: readonly (readonly string[])[], counts: WordCounts) {
  const seen = new Map<string, number>()
  for (const form of forms) for (const key of new Set(form)) seen.set(key, (seen.get(key) ?? 0) + 1)
  const articles = byStem(counts)
  // Of the claims, which were chosen for the words they share, each counts for little beside the articles.
  const all = counts.articles > 0 ? counts.articles : forms.length
  const of = (key: string): number => (counts.articles > 0 ? (articles.get(key) ?? 0) : (seen.get(key) ?? 0))
  return (key: string): number => Math.max(0.01, Math.log((all + 1) / (of(key) + 0.5)))
}

function byStem({ of }: WordCounts): ReadonlyMap<string, number> {
  const stems = new Map<string, number>()
  for (const [word, count] of of) stems.set(stem(word), Math.max(stems.get(stem(word)) ?? 0, count))
  return stems
}
