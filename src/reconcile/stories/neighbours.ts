import { mayBeLinked, type StoryArticle, UNDATED } from "./story-article.ts"
import { rounded, type SparseVector, type StoryVectors } from "./story-vectors.ts"

/** An article that shares a heavy word, and how alike the two are by all their words. */
export type Found = Readonly<{ article: StoryArticle; likeness: number }>

/** Where articles that may be near one another are looked for. Time a look stays the same, however many are held. */
export type Neighbours = Readonly<{
  /** Gives those for whom what is near may have changed beside the ones that it is itself near to. */
  put(article: StoryArticle): StoryArticle[]
  /** Gives the same. */
  take(article: StoryArticle): StoryArticle[]
  /** Without itself; the most alike first, of equals by key. Null vectors find nothing. */
  near(article: StoryArticle): Found[]
}>

/** Articles less alike are not near. */
const LEAST_NEAR = 0.05
/** A word that more articles of a block than this have among their heaviest proposes none of them. */
const MOST_POSTINGS = 80

type Blocks = Map<number, StoryArticle[]>

const heaviestOf = ({ heaviestWords, heaviestNames }: StoryVectors): Set<number> =>
  new Set([...heaviestWords.keys(), ...heaviestNames.keys()])

const blocksAround = (block: number, held: Blocks): Iterable<number> =>
  block === UNDATED ? held.keys() : [block - 1, block, block + 1, UNDATED]

/** Those that share one of their heaviest words or names and lie in one window; through an index, not by all pairs. */
export function openNeighbours(): Neighbours {
  const postings = new Map<number, Blocks>()
  const spread = openSpread()
  const all = (blocks: Blocks, block: number): StoryArticle[] =>
    [...blocksAround(block, blocks)].flatMap((other) => blocks.get(other) ?? [])
  return {
    put(article) {
      const changed: StoryArticle[] = []
      for (const word of heaviestOf(article.vectors!)) {
        const blocks = postings.get(word) ?? new Map<number, StoryArticle[]>()
        postings.set(word, blocks)
        const list = blocks.get(article.block) ?? []
        blocks.set(article.block, list)
        if (list.push(article) === MOST_POSTINGS + 1) for (const one of all(blocks, article.block)) changed.push(one)
      }
      return changed
    },
    take(article) {
      const changed: StoryArticle[] = []
      for (const word of heaviestOf(article.vectors!)) {
        const blocks = postings.get(word)!
        const list = blocks.get(article.block)!
        list.splice(list.indexOf(article), 1)
        if (list.length === MOST_POSTINGS) for (const one of all(blocks, article.block)) changed.push(one)
        if (list.length === 0) blocks.delete(article.block)
        if (blocks.size === 0) postings.delete(word)
      }
      return changed
    },
    near(article) {
      if (!article.vectors) return []
      const likenessTo = spread.cosineWith(article.vectors.body)
      const seen = new Set([article])
      const found: Found[] = []
      for (const word of heaviestOf(article.vectors)) {
        const blocks = postings.get(word)
        if (!blocks || (blocks.get(article.block)?.length ?? 0) > MOST_POSTINGS) continue
        for (const block of blocksAround(article.block, blocks)) {
          const list = blocks.get(block)
          if (!list || list.length > MOST_POSTINGS) continue
          for (const other of list) {
            if (seen.has(other)) continue
            seen.add(other)
            if (!mayBeLinked(article, other)) continue
            const likeness = likenessTo(other.vectors!.body)
            if (likeness > LEAST_NEAR) found.push({ article: other, likeness })
          }
        }
      }
      spread.clear(article.vectors.body)
      return found.sort((a, b) => b.likeness - a.likeness || (a.article.key < b.article.key ? -1 : 1))
    },
  }
}

/** One vector laid out by word, so that many can be compared with it at a third of the time that two lists take. */
function openSpread() {
  let weights = new Float64Array(1024)
  return {
    cosineWith(vector: SparseVector): (other: SparseVector) => number {
      const most = vector.words.at(-1) ?? 0
      if (most >= weights.length) weights = new Float64Array(2 ** Math.ceil(Math.log2(most + 2)))
      for (let i = 0; i < vector.words.length; i++) weights[vector.words[i]!] = vector.weights[i]!
      const limit = weights.length
      return (other) => {
        let sum = 0
        for (let i = 0; i < other.words.length; i++) {
          const word = other.words[i]!
          if (word >= limit) break
          sum += weights[word]! * other.weights[i]!
        }
        return rounded(sum)
      }
    },
    clear(vector: SparseVector): void {
      for (let i = 0; i < vector.words.length; i++) weights[vector.words[i]!] = 0
    },
  }
}
