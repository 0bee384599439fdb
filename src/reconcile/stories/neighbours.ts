import { cosine, type StoryVectors } from "./story-vectors.ts"

/** The articles most like each by their words, nearest first, itself included; and the pairs that may be of one story. */
export type Neighbours = Readonly<{
  nearest: readonly (readonly number[])[]
  /** `left` < `right`, in rising order. */
  pairs: readonly (readonly [left: number, right: number])[]
}>

export const MOST_NEAREST = 60
const LEAST_NEAR = 0.05
const LEAST_PAIRED = 0.08
/** A word that more articles than this have among their heaviest is asked only by articles that find few others. */
const MOST_POSTINGS = 400

type Found = Readonly<{ article: number; likeness: number }>

/** Those that share one of their heaviest words or names and are alike by their words; through an index, not by all pairs. */
export function findNeighbours(vectors: readonly StoryVectors[]): Neighbours {
  const postings = toPostings(vectors)
  const nearest: number[][] = []
  const pairs: [number, number][] = []
  for (const [left, vector] of vectors.entries()) {
    const found = alike(left, vector, vectors, postings)
    nearest.push([left, ...found.map(({ article }) => article)].slice(0, MOST_NEAREST))
    const paired = found.filter(({ article, likeness }) => article > left && likeness > LEAST_PAIRED)
    for (const right of paired.map(({ article }) => article).sort((a, b) => a - b)) pairs.push([left, right])
  }
  return { nearest, pairs }
}

type Postings = ReadonlyMap<number, readonly number[]>

const heaviestOf = ({ heaviestWords, heaviestNames }: StoryVectors): Set<number> =>
  new Set([...heaviestWords.keys(), ...heaviestNames.keys()])

function toPostings(vectors: readonly StoryVectors[]): Postings {
  const postings = new Map<number, number[]>()
  for (const [article, vector] of vectors.entries()) {
    for (const word of heaviestOf(vector)) {
      const list = postings.get(word)
      if (list) list.push(article)
      else postings.set(word, [article])
    }
  }
  return postings
}

/** The most alike first; of equals, the smaller number. */
function alike(own: number, vector: StoryVectors, vectors: readonly StoryVectors[], postings: Postings): Found[] {
  const found = new Map<number, number>([[own, 1]])
  const look = (lists: readonly (readonly number[])[]): void => {
    for (const article of lists.flat()) {
      if (!found.has(article)) found.set(article, cosine(vector.body, vectors[article]!.body))
    }
  }
  const lists = [...heaviestOf(vector)].map((word) => postings.get(word)!)
  look(lists.filter(({ length }) => length <= MOST_POSTINGS))
  if (found.size <= MOST_NEAREST) look(lists.filter(({ length }) => length > MOST_POSTINGS))
  found.delete(own)
  return [...found]
    .map(([article, likeness]) => ({ article, likeness }))
    .filter(({ likeness }) => likeness > LEAST_NEAR)
    .sort((a, b) => b.likeness - a.likeness || a.article - b.article)
}
