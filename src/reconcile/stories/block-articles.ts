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
  slotOf(article: StoryArticle): number
  /** For each slot a number that its owner may set; 0 at first. */
  readonly marks: number[]
  /** Of a vector, how long its part in words is that are not rare here. */
  lengthOfRest(vector: SparseVector<Int32Array>): number
  /** Of a slot, whether its article may be more alike than `least` to what is laid out. */
  mayBeNear(slot: number, laid: Laid, least: number): boolean
  /** Slots are numbers below this; some may be empty. */
  readonly slots: number
}>

/**
 * A vector laid out by the last bits of its words, of several with the same the heaviest: what stays close at hand.
 * Weights in bytes, rounded up. `rest`: the length of its part in words that are not rare.
 */
export type Laid = Readonly<{ heaviest: Uint8Array; rest: number }>
/** A weight from 0 to 1 in a byte, rounded up. */
export const toByte = (weight: number): number => Math.min(255, Math.ceil(weight * 255))
export const LAST_BITS = 0x3fff
/** Words that one article in five has, or more, are not laid out one by one. */
const LEAST_RARE = 1.5
/** Bounds are added up in another order than likenesses, which are rounded. */
const DOUBT = 1e-6
const NOBODY: readonly number[] = []

/** None yet. */
export function openBlockArticles(): BlockArticles {
  const heavy = new Map<number, number[]>()
  const slotOf = new Map<StoryArticle, number>()
  const slots: (StoryArticle | null)[] = []
  const marks: number[] = []
  const rows = openRows()
  let isRare = (_word: number): boolean => true

  function lay(article: StoryArticle): void {
    const slot = slots.push(article) - 1
    marks[slot] = 0
    slotOf.set(article, slot)
    rows.push(article.vectors!.body, isRare)
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
    heavy.clear()
    slotOf.clear()
    slots.length = 0
    rows.clear()
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
    slotOf: (article) => slotOf.get(article)!,
    marks,
    lengthOfRest: ({ words, weights }) => lengthOf(words, weights, (word) => !isRare(word)),
    mayBeNear: rows.mayBeNear,
    get slots() {
      return slots.length
    },
  }
}

/** The words and names that propose an article. */
export const heaviestOf = ({ vectors }: StoryArticle): Set<number> =>
  new Set([...vectors!.heaviestWords.words, ...vectors!.heaviestNames.words])

/**
 * Vectors one behind the other, cut short to three bytes a word, since thousands are gone through for each article and
 * memory is what that takes time for: of a rare word its last bits and its weight, rounded up. Of the others the length.
 */
function openRows() {
  const starts = [0]
  const rests: number[] = []
  let bits = new Uint16Array(1024)
  let weights = new Uint8Array(1024)
  function makeRoom(end: number): void {
    if (end <= bits.length) return
    const [wider, longer] = [new Uint16Array(2 * end), new Uint8Array(2 * end)]
    wider.set(bits)
    longer.set(weights)
    bits = wider
    weights = longer
  }
  return {
    push(vector: SparseVector<Int32Array>, isRare: (word: number) => boolean): void {
      let end = starts.at(-1)!
      makeRoom(end + vector.words.length)
      for (let i = 0; i < vector.words.length; i++) {
        if (!isRare(vector.words[i]!)) continue
        bits[end] = vector.words[i]! & LAST_BITS
        weights[end++] = toByte(vector.weights[i]!)
      }
      starts.push(end)
      rests.push(lengthOf(vector.words, vector.weights, (word) => !isRare(word)))
    },
    clear(): void {
      starts.length = 1
      rests.length = 0
    },
    mayBeNear(row: number, { heaviest, rest }: Laid, least: number): boolean {
      const sum = product(heaviest, { bits, weights, start: starts[row]!, end: starts[row + 1]! })
      return sum / (255 * 255) + rest * rests[row]! > least - DOUBT
    },
  }
}

type Row = Readonly<{ bits: Uint16Array; weights: Uint8Array; start: number; end: number }>

/** Apart from what is held elsewhere, so that the compiler keeps all of it in registers. */
function product(heaviest: Uint8Array, { bits, weights, start, end }: Row): number {
  let sum = 0
  for (let i = start; i < end; i++) sum = (sum + heaviest[bits[i]!]! * weights[i]!) | 0
  return sum
}

/** Of the part of a vector that has certain words. */
function lengthOf(words: Int32Array, weights: Float32Array, has: (word: number) => boolean): number {
  let squares = 0
  for (let i = 0; i < words.length; i++) if (has(words[i]!)) squares += weights[i]! * weights[i]!
  return Math.sqrt(squares)
}
