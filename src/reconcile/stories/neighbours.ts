import { type BlockArticles, heaviestOf, LAST_BITS, openBlockArticles, type Rarity, toByte } from "./block-articles.ts"
import { mayBeLinked, type StoryArticle, UNDATED } from "./story-article.ts"
import { rounded, type SparseVector } from "./story-vectors.ts"

/** An article that shares a heavy word, and how alike the two are by all their words. */
export type Found = Readonly<{ article: StoryArticle; likeness: number }>

/** Where articles that may be near one another are looked for. Time a look stays the same, however many are held. */
export type Neighbours = Readonly<{
  /** Gives those for whom what is near may have changed beside the ones that it is itself near to. */
  put(article: StoryArticle, rarity: Rarity): StoryArticle[]
  /** Gives the same. */
  take(article: StoryArticle): StoryArticle[]
  /** Without itself; the most alike first, of equals by key. Null vectors find nothing. */
  near(article: StoryArticle): Found[]
  /** The same, and told to those found, for when they look: where all look, each two are compared once. */
  look(article: StoryArticle): Found[]
}>

/** Articles less alike are not near. */
const LEAST_NEAR = 0.05
/** A word that more articles of a block than this have among their heaviest proposes none of them. */
const MOST_POSTINGS = 80

/** Those that share one of their heaviest words or names and lie in one window; through an index, not by all pairs. */
export function openNeighbours(): Neighbours {
  const blocks = new Map<number, BlockArticles>()
  const spread = openSpread()
  /** When something was last put into a block or taken out of it, and what articles are to know, with the time. */
  const changed = new Map<number, number>()
  const notes = new Map<StoryArticle, Note[]>()
  let now = 0
  const isSince = (time: number, a: StoryArticle, b: StoryArticle): boolean =>
    time > changed.get(a.block)! && time > changed.get(b.block)!
  const around = ({ block }: StoryArticle): (readonly [number, BlockArticles])[] => {
    const numbers = block === UNDATED ? [...blocks.keys()] : [block - 1, block, block + 1, UNDATED]
    return numbers.flatMap((number) => {
      const found = blocks.get(number)
      return found ? [[number, found] as const] : []
    })
  }
  const lengthOf = (word: number, { block }: StoryArticle): number => blocks.get(block)?.heavy(word).length ?? 0
  /** Whom one of the given words leads to around the article. */
  const led = (article: StoryArticle, words: readonly number[]): StoryArticle[] =>
    words.flatMap((word) => around(article).flatMap(([, block]) => block.heavy(word).map(block.at)))
  /** `all`: those too who have told the article since anything came or went. */
  function search(article: StoryArticle, all: boolean): Found[] {
    if (!article.vectors) return []
    const words = [...heaviestOf(article)].filter((word) => lengthOf(word, article) <= MOST_POSTINGS)
    const { body } = article.vectors
    const heaviest = spread.lay(body)
    const found: Found[] = []
    for (const [number, block] of around(article)) {
      const known = all ? Number.POSITIVE_INFINITY : Math.max(changed.get(article.block)!, changed.get(number)!)
      const laid = { heaviest, rest: block.lengthOfRest(body) }
      for (const slot of proposed(block, words)) {
        if (block.marks[slot]! > known || !block.mayBeNear(slot, laid, LEAST_NEAR)) continue
        const other = block.at(slot)
        if (other === article || !mayBeLinked(article, other)) continue
        const likeness = spread.cosineWith(other.vectors!.body)
        if (likeness > LEAST_NEAR) found.push({ article: other, likeness })
      }
    }
    spread.clear(body)
    return found
  }
  function tell(other: StoryArticle, note: Note): void {
    const block = blocks.get(other.block)!
    // Who has looked already knows.
    if (isSince(block.marks[block.slotOf(other)]!, other, note.article)) return
    const told = notes.get(other)
    if (told) told.push(note)
    else notes.set(other, [note])
  }
  return {
    put(article, rarity) {
      const block = blocks.get(article.block) ?? openBlockArticles()
      blocks.set(article.block, block)
      block.put(article, rarity)
      changed.set(article.block, ++now)
      return led(
        article,
        [...heaviestOf(article)].filter((word) => lengthOf(word, article) === MOST_POSTINGS + 1),
      )
    },
    take(article) {
      const block = blocks.get(article.block)!
      const freed = [...heaviestOf(article)].filter((word) => lengthOf(word, article) === MOST_POSTINGS + 1)
      block.take(article)
      changed.set(article.block, ++now)
      notes.delete(article)
      if (block.slots === 0) blocks.delete(article.block)
      return led(article, freed)
    },
    near: (article) => inOrder(search(article, true)),
    look(article) {
      if (!article.vectors) return []
      const block = blocks.get(article.block)!
      const slot = block.slotOf(article)
      const told = notes.get(article) ?? []
      notes.delete(article)
      // Who looks again has been told nothing by those who looked in between.
      if (isSince(block.marks[slot]!, article, article)) return inOrder(search(article, true))
      const found = search(article, false)
      block.marks[slot] = ++now
      for (const { article: other, likeness } of found) tell(other, { article, likeness, time: now })
      for (const note of told) {
        const { article: other, time } = note
        const from = other.vectors && blocks.get(other.block)
        if (from && from.marks[from.slotOf(other)] === time && isSince(time, article, other)) found.push(note)
      }
      return inOrder(found)
    },
  }
}

type Note = Found & Readonly<{ time: number }>

const inOrder = (found: Found[]): Found[] =>
  found.sort((a, b) => b.likeness - a.likeness || (a.article.key < b.article.key ? -1 : 1))

/** Slots that one of the words proposes, each once. */
function proposed(block: BlockArticles, words: readonly number[]): number[] {
  const seen = new Uint8Array(block.slots)
  const slots: number[] = []
  for (const word of words) {
    const list = block.heavy(word)
    if (list.length > MOST_POSTINGS) continue
    for (const slot of list) if (seen[slot]!++ === 0) slots.push(slot)
  }
  return slots
}

/** One vector laid out by word, so that many can be compared with it in less time than two lists take. */
function openSpread() {
  let weights = new Float32Array(1024)
  const heaviest = new Uint8Array(LAST_BITS + 1)
  return {
    lay(vector: SparseVector<Int32Array>): Uint8Array {
      const most = vector.words.at(-1) ?? 0
      if (most >= weights.length) weights = new Float32Array(2 ** Math.ceil(Math.log2(most + 2)))
      for (let i = 0; i < vector.words.length; i++) {
        const [word, weight] = [vector.words[i]!, vector.weights[i]!]
        weights[word] = weight
        heaviest[word & LAST_BITS] = Math.max(heaviest[word & LAST_BITS]!, toByte(weight))
      }
      return heaviest
    },
    cosineWith(other: SparseVector<Int32Array>): number {
      return rounded(product(other, weights, heaviest))
    },
    clear({ words }: SparseVector<Int32Array>): void {
      for (let i = 0; i < words.length; i++) {
        weights[words[i]!] = 0
        heaviest[words[i]! & LAST_BITS] = 0
      }
    },
  }
}

function product(other: SparseVector<Int32Array>, laid: Float32Array, heaviest: Uint8Array): number {
  const { words, weights } = other
  let sum = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (heaviest[word & LAST_BITS]! > 0 && word < laid.length) sum += laid[word]! * weights[i]!
  }
  return sum
}
