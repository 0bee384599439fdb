import type { StoryArticle } from "./story-article.ts"
import type { SparseVector } from "./story-vectors.ts"

/** The articles of one block, numbered by slots. */
export type BlockArticles = Readonly<{
  put(article: StoryArticle): void
  take(article: StoryArticle): void
  /** Slots of the articles that have a word among their heaviest. */
  heavy(word: number): readonly number[]
  at(slot: number): StoryArticle
  /** Product of the vectors of all words of the article and of the one that is laid out. */
  product(slot: number, spread: Spread): number
  /** Slots are numbers below this; some may be empty. */
  readonly slots: number
}>

/** A vector laid out by word. `marks`: whether a word with these last bits is in it at all, small enough to stay at hand. */
export type Spread = Readonly<{ weights: Float32Array; marks: Uint8Array }>
export const LAST_BITS = 0x3fff
const NOBODY: readonly number[] = []

/** None yet. */
export function openBlockArticles(): BlockArticles {
  const heavy = new Map<number, number[]>()
  const slotOf = new Map<StoryArticle, number>()
  const slots: (StoryArticle | null)[] = []
  const rows = openRows()
  function lay(article: StoryArticle): void {
    const slot = slots.push(article) - 1
    slotOf.set(article, slot)
    rows.push(article.vectors!.body)
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
    put: lay,
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
    product: rows.product,
    get slots() {
      return slots.length
    },
  }
}

/** The words and names that propose an article. */
export const heaviestOf = ({ vectors }: StoryArticle): Set<number> =>
  new Set([...vectors!.heaviestWords.words, ...vectors!.heaviestNames.words])

/** Vectors one behind the other in one stretch of memory: thousands are gone through for each article. */
function openRows() {
  const starts = [0]
  let words = new Int32Array(1024)
  let weights = new Float32Array(1024)
  function makeRoom(end: number): void {
    if (end <= words.length) return
    const [wider, longer] = [new Int32Array(2 * end), new Float32Array(2 * end)]
    wider.set(words)
    longer.set(weights)
    words = wider
    weights = longer
  }
  return {
    push(vector: SparseVector<Int32Array>): void {
      const start = starts.at(-1)!
      makeRoom(start + vector.words.length)
      words.set(vector.words, start)
      weights.set(vector.weights, start)
      starts.push(start + vector.words.length)
    },
    clear(): void {
      starts.length = 1
    },
    product(row: number, spread: Spread): number {
      const { weights: laid, marks } = spread
      const end = starts[row + 1]!
      let sum = 0
      for (let i = starts[row]!; i < end; i++) {
        const word = words[i]!
        if (marks[word & LAST_BITS] === 1 && word < laid.length) sum += laid[word]! * weights[i]!
      }
      return sum
    },
  }
}
