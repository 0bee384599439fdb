import type { WordCounts } from "../../lexicon/word-counts.ts"
import { stem } from "./claim-words.ts"

/**
 * In how many of a ledger's documents words stand, by stem: the words that were looked for there, others are absent.
 * `length`: how many words its documents have on average; what is shorter than a claim counts as one.
 */
export type HeldCounts = Readonly<{ documents: number; length: number; of: ReadonlyMap<string, number> }>

/** So many words a claim has. */
const CLAIM = 25
/** So many a counted article: the sum of what each word of the table comes to, if words fall at random. */
const ARTICLE = 450
/**
 * In so many articles stands a word of which the table does not say it. It leaves out what stands in fewer than eight: by
 * Zipf's law as many words stand in r as 1 / (r (r + 1)) says, which makes 2 on average.
 */
const UNLISTED = 2
/** The counted articles weigh as much as so many claims of the ledger. */
const BACKGROUND = 1000

/**
 * How rare words are among claims, from 0 up: the logarithm of the share of claims that have it. Articles are longer than
 * claims, so a word that stands in half of them stands in few claims: the share of articles is turned into that of
 * pieces as long as a claim. What the ledger holds is added, the background counting as some claims more (Dirichlet's
 * prior): a small ledger goes by the background, a large one by what it holds itself.
 */
export function claimRarity(counts: WordCounts, held: HeldCounts = NOTHING_HELD): (key: string) => number {
  const articles = byStem(counts)
  const claims = held.documents * Math.max(1, held.length / CLAIM)
  return (key) => {
    const usual = shareOfClaims(articles.get(key) ?? UNLISTED, counts.articles, ARTICLE)
    const here = held.of.get(key)
    if (here === undefined) return -Math.log(usual)
    const found = claims * shareOfClaims(here, held.documents, held.length)
    return Math.max(LEAST, -Math.log((found + BACKGROUND * usual) / (claims + BACKGROUND)))
  }
}

const NOTHING_HELD: HeldCounts = { documents: 0, length: CLAIM, of: new Map() }
const LEAST = 0.01

/** The share of the pieces of a claim's length that have a word, when so many of all the texts of a length have it. */
function shareOfClaims(having: number, all: number, length: number): number {
  const texts = Math.max(1, all)
  const without = 1 - Math.min(having, texts - 0.5) / texts
  return 1 - without ** Math.min(1, CLAIM / length)
}

/** Of several forms the most frequent counts: they stand in the same articles. */
function byStem({ of }: WordCounts): ReadonlyMap<string, number> {
  const stems = new Map<string, number>()
  for (const [word, count] of of) {
    const key = stem(word)
    stems.set(key, Math.max(stems.get(key) ?? 0, count))
  }
  return stems
}
