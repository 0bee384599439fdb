import { cosine, type StoryVectors } from "./story-vectors.ts"

/** Cosine of all words from which two articles are one text, a little changed. In ECB+ no two events reach it. */
const LEAST_COSINE = 0.8
/** Below this share of common heaviest words no cosine is worked out. */
const LEAST_SHARED = 0.5

/**
 * For each article the first one that it nearly copies, itself where there is none. `mayBe`: whether two may be linked.
 * Copies are of one story whatever else they share; among an article's nearest they would hide the words of its story.
 */
export function nearCopies(
  vectors: readonly StoryVectors[],
  mayBe: (first: number, later: number) => boolean,
): number[] {
  const postings = new Map<number, number[]>()
  return vectors.map((vector, article) => {
    const shared = new Map<number, number>()
    for (const word of vector.heaviestWords.keys()) {
      for (const first of postings.get(word) ?? []) shared.set(first, (shared.get(first) ?? 0) + 1)
    }
    for (const [first, words] of [...shared].sort(([a], [b]) => a - b)) {
      if (words < LEAST_SHARED * vector.heaviestWords.size || !mayBe(first, article)) continue
      if (cosine(vector.body, vectors[first]!.body) >= LEAST_COSINE) return first
    }
    for (const word of vector.heaviestWords.keys()) {
      const list = postings.get(word)
      if (list) list.push(article)
      else postings.set(word, [article])
    }
    return article
  })
}
