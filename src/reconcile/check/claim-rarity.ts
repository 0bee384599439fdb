import type { WordCounts } from "../../lexicon/word-counts.ts"
import { stem } from "./claim-words.ts"

/** A claim has 25 words, a counted article 450: what the counts come to if words fall at random. */
const CLAIM_OF_ARTICLE = 25 / 450
/**
 * In so many articles stands a word that the table does not list. It leaves out what stands in fewer than eight: where, by
 * Zipf's law, 1 / (r (r + 1)) of the words stand in r articles, that is 2 on average.
 */
const UNLISTED = 2

/**
 * How rare words are among claims, above 0: the logarithm of the share of claims that have it. An article is longer than a
 * claim, so a word that stands in half of the articles stands in few claims: the share of articles that have it is turned
 * into the share of their pieces as long as a claim.
 */
export function claimRarity({ articles, of }: WordCounts): (key: string) => number {
  const stems = byStem(of)
  return (key) => {
    const having = Math.max(0.5, Math.min(stems.get(key) ?? UNLISTED, articles - 0.5))
    return -Math.log(1 - (1 - having / (articles + 1)) ** CLAIM_OF_ARTICLE)
  }
}

/** Of several forms the most frequent counts: they stand in the same articles. */
function byStem(of: WordCounts["of"]): ReadonlyMap<string, number> {
  const stems = new Map<string, number>()
  for (const [word, count] of of) {
    const key = stem(word)
    stems.set(key, Math.max(stems.get(key) ?? 0, count))
  }
  return stems
}
