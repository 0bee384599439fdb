import { cosine, type StoryVectors } from "./story-vectors.ts"

/** Articles that may be of one story with each: their numbers, in rising order; the article itself included. */
export type Neighbours = readonly (readonly number[])[]

const LEAST_COSINE = 0.08
/** A word that more articles than this have among their heaviest finds no candidates. */
const MOST_POSTINGS = 400

/** Those that share one of their heaviest words or names and are alike by their words; through an index, not by all pairs. */
export function findNeighbours(vectors: readonly StoryVectors[]): Neighbours {
  const postings = new Map<number, number[]>()
  for (const [index, { heaviestWords, heaviestNames }] of vectors.entries()) {
    for (const word of new Set([...heaviestWords.keys(), ...heaviestNames.keys()])) {
      const list = postings.get(word)
      if (list) list.push(index)
      else postings.set(word, [index])
    }
  }
  return vectors.map((vector, index) => {
    const near = new Set<number>([index])
    const seen = new Set<number>([index])
    for (const word of new Set([...vector.heaviestWords.keys(), ...vector.heaviestNames.keys()])) {
      const found = postings.get(word)!
      if (found.length > MOST_POSTINGS) continue
      for (const other of found) {
        if (seen.has(other)) continue
        seen.add(other)
        if (cosine(vector.body, vectors[other]!.body) > LEAST_COSINE) near.add(other)
      }
    }
    return [...near].sort((a, b) => a - b)
  })
}
