import type { WordCounts } from "../../lexicon/word-counts.ts"
import { claimRarity } from "./claim-rarity.ts"
import { type Common, cosine, cover, findCommon, openVectors, type Vector } from "./claim-vector.ts"
import { claimWords } from "./claim-words.ts"

/** A claim to be found. `marks`: what else two claims may have in common, as the measure of a figure. */
export type ClaimText = Readonly<{ text: string; marks?: readonly string[] }>

/** `claim`: its place in the list; `score`: 0 to 1, how much it says the same; `shared`: words and marks in common. */
export type ClaimMatch = Readonly<{ claim: number; score: number; shared: number }>

/**
 * How much each likeness counts: of words and of runs of letters, the cosine, the share of the question that the claim
 * has, and the share of the claim that the question has. Fitted on half of a set of posts and the claims that they repeat.
 */
const WEIGHT = {
  words: { cosine: 0.25, asked: 0.17, claimed: 0.04 },
  runs: { cosine: 0.24, asked: 0.19, claimed: 0.11 },
} as const
const RUN = 4

/**
 * The claims that share a word with the question, likest first, of equals the earlier one; none for a question without
 * words. Likeness: of words, and of runs of four letters that may span two words, each weighted by rarity: of
 * words by the counted articles, where there are any, of all else by how many of the claims have it.
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
  const { words, runs } = layOut(claims, counts)
  return (question) => {
    const keys = toKeys(question)
    const asked = { words: words.toVector(keys.words), runs: runs.toVector(keys.runs) }
    return words.vectors
      .flatMap((vector, claim): ClaimMatch[] => {
        const common = findCommon(asked.words, vector)
        if (common.count === 0) return []
        const score = weigh(WEIGHT.words, asked.words, vector, common) + weighRuns(asked.runs, runs.vectors[claim]!)
        return [{ claim, score: rounded(score), shared: common.count }]
      })
      .sort((a, b) => b.score - a.score || a.claim - b.claim)
  }
}

/** How alike two of the claims are, by their places, 0 to 1, whichever asks; as `matchClaims` has it. */
export function openLikeness(
  claims: readonly ClaimText[],
  counts: WordCounts = NO_COUNTS,
): (left: number, right: number) => number {
  const { words, runs } = layOut(claims, counts)
  const toward = (left: number, right: number): number =>
    weighWords(words.vectors[left]!, words.vectors[right]!) + weighRuns(runs.vectors[left]!, runs.vectors[right]!)
  return (left, right) => rounded((toward(left, right) + toward(right, left)) / 2)
}

function layOut(claims: readonly ClaimText[], counts: WordCounts) {
  const forms = claims.map(toKeys)
  const [words, runs] = [forms.map((form) => form.words), forms.map((form) => form.runs)]
  return {
    // Of the claims, which may have been chosen for the words they share, each counts for little beside the articles.
    words: openVectors(words, counts.articles > 0 ? claimRarity(counts) : rarityAmong(words)),
    runs: openVectors(runs, rarityAmong(runs)),
  }
}

const NO_COUNTS: WordCounts = { articles: 0, of: new Map() }

function toKeys({ text, marks = [] }: ClaimText) {
  const words = claimWords(text)
  return {
    words: [...words.map(({ key }) => key), ...marks.map((mark) => `#${mark}`)],
    runs: runsOf(words.map(({ form }) => form)),
  }
}

/** Runs of letters, borders of words included: they tell forms of a word, and words that follow one another. */
function runsOf(forms: readonly string[]): string[] {
  if (forms.length === 0) return []
  const text = ` ${forms.join(" ")} `
  return Array.from({ length: Math.max(1, text.length - RUN + 1) }, (_, at) => text.slice(at, at + RUN))
}

type Weight = Readonly<{ cosine: number; asked: number; claimed: number }>

const weigh = (weight: Weight, asked: Vector, claim: Vector, common: Common): number =>
  weight.cosine * cosine(asked, claim, common) +
  weight.asked * cover(asked, common) +
  weight.claimed * cover(claim, common)

const weighWords = (asked: Vector, claim: Vector): number => weigh(WEIGHT.words, asked, claim, findCommon(asked, claim))
const weighRuns = (asked: Vector, claim: Vector): number => weigh(WEIGHT.runs, asked, claim, findCommon(asked, claim))

/** Spreads the scores as the thresholds of those who ask want them: 0.27 becomes 0.3; 0 and 1 stay. */
const SPREAD = 0.92
const rounded = (score: number): number => Math.round(score ** SPREAD * 1e4) / 1e4

/** Rarity from 0 up among the claims themselves: the logarithm of how few of all have it. */
function rarityAmong(forms: readonly (readonly string[])[]): (key: string) => number {
  const seen = new Map<string, number>()
  for (const form of forms) for (const key of new Set(form)) seen.set(key, (seen.get(key) ?? 0) + 1)
  return (key) => Math.max(0.01, Math.log((forms.length + 1) / ((seen.get(key) ?? 0) + 0.5)))
}
