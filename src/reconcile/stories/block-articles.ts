import type { StoryArticle } from "./story-article.ts"
import type { SparseVector } from "./story-vectors.ts"

/** How rare a word is among the articles of a block. */
export type Rarity = (word: number) => number

/** The articles of one block, numbered by slots. */
export type BlockArticles = Readonly<{
  /** `rarity`: what its vectors were made with, the same for all that are held at a time. */
  put(article: StoryArticle, rarity: Rarity): void
  take(article: StoryArticle): void
  /** Slots of the articles that have a word among their heaviest. */
  heavy(word: number): readonly number[]
  at(slot: number): StoryArticle
  /** Of each slot, whether its article may be more alike than `least` to a vector; good until the next call. */
  filter(vector: SparseVector<Int32Array>, least: number): (slot: number) => boolean
  /** Slots are numbers below this; some may be empty. */
  readonly slots: number
}>

/** Words that are less rare (one article in five has them) get no postings. */
const LEAST_RARE = 1.5
/** Bounds are added up in another order than likenesses, which are rounded. */
const DOUBT = 1e-6
const NOBODY: readonly number[] = []

type Posting = { slots: Int32Array<ArrayBuffer>; weights: Float32Array<ArrayBuffer>; size: number }

/**
 * None yet. What the rare words of two articles add up to is worked out through postings, for all articles at a time;
 * what the other words may add is bounded by the lengths of their parts of the two vectors.
 */
export function openBlockArticles(): BlockArticles {
  const heavy = new Map<number, number[]>()
  const postings = new Map<number, Posting>()
  const slotOf = new Map<StoryArticle, number>()
  const slots: (StoryArticle | null)[] = []
  const rests: number[] = []
  let sums = new Float64Array(64)
  let isRare = (_word: number): boolean => true

  function lay(article: StoryArticle): void {
    const slot = slots.push(article) - 1
    slotOf.set(article, slot)
    const { words, weights } = article.vectors!.body
    let rest = 0
    for (let i = 0; i < words.length; i++) {
      if (isRare(words[i]!)) post(postings, words[i]!, { slot, weight: weights[i]! })
      else rest += weights[i]! * weights[i]!
    }
    rests.push(Math.sqrt(rest))
    for (const word of heaviestOf(article)) {
      const list = heavy.get(word)
      if (list) list.push(slot)
      else heavy.set(word, [slot])
    }
  }
  /** Slots of articles that were taken stay empty until half of them are. */
  function tidy(): void {
    if (slots.length < 2 * slotOf.size) return
    const held = [...slotOf.keys()]
    for (const table of [heavy, postings, slotOf]) table.clear()
    for (const list of [slots, rests]) list.length = 0
    held.forEach(lay)
  }
  return {
    put(article, rarity) {
      isRare = (word) => rarity(word) >= LEAST_RARE
      lay(article)
    },
    take(article) {
      const slot = slotOf.get(article)!
      slotOf.delete(article)
      slots[slot] = null
      for (const word of heaviestOf(article)) {
        const list = heavy.get(word)!
        list.splice(list.indexOf(slot), 1)
        if (list.length === 0) heavy.delete(word)
      }
      tidy()
    },
    heavy: (word) => heavy.get(word) ?? NOBODY,
    at: (slot) => slots[slot]!,
    filter({ words, weights }, least) {
      if (sums.length < slots.length) sums = new Float64Array(2 * slots.length)
      else sums.fill(0, 0, slots.length)
      let rest = 0
      for (let i = 0; i < words.length; i++) {
        const posting = postings.get(words[i]!)
        if (posting) add(posting, weights[i]!, sums)
        else if (!isRare(words[i]!)) rest += weights[i]! * weights[i]!
      }
      const length = Math.sqrt(rest)
      return (slot) => sums[slot]! + length * rests[slot]! > least - DOUBT
    },
    get slots() {
      return slots.length
    },
  }
}

/** The words and names that propose an article. */
export const heaviestOf = ({ vectors }: StoryArticle): Set<number> =>
  new Set([...vectors!.heaviestWords.words, ...vectors!.heaviestNames.words])

function add({ slots, weights, size }: Posting, weight: number, sums: Float64Array): void {
  for (let i = 0; i < size; i++) sums[slots[i]!]! += weight * weights[i]!
}

function post(postings: Map<number, Posting>, word: number, { slot, weight }: { slot: number; weight: number }): void {
  let posting = postings.get(word)
  if (!posting) {
    posting = { slots: new Int32Array(4), weights: new Float32Array(4), size: 0 }
    postings.set(word, posting)
  }
  if (posting.size === posting.slots.length) {
    const [wider, longer] = [new Int32Array(posting.size * 2), new Float32Array(posting.size * 2)]
    wider.set(posting.slots)
    longer.set(posting.weights)
    posting.slots = wider
    posting.weights = longer
  }
  posting.slots[posting.size] = slot
  posting.weights[posting.size++] = weight
}
