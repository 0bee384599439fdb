import type { WordNumbers } from "./numbered-words.ts"
import type { StoryArticle } from "./story-article.ts"
import { byKey } from "./story-article.ts"

/** How rare words are in a stretch of news. `of`: the keys of the articles that were counted. */
export type RarityTable = Readonly<{
  of: string
  rarity: (word: number) => number
  /** These numbers stand for other words from now on. */
  letGo(words: readonly number[]): void
}>

/** So many articles are counted for a block. */
const MOST_COUNTED = 1024

/**
 * Count words in the articles of the block before and, while those are too few, in the block's own; of more than are
 * needed those of the smallest keys, which are as good as drawn by lot. To them the background is added.
 */
export function rarityTable(
  before: Iterable<StoryArticle>,
  own: Iterable<StoryArticle>,
  { numbers, articles }: { numbers: WordNumbers; articles: number },
): RarityTable {
  const first = [...before].sort(byKey).slice(0, MOST_COUNTED)
  const counted = [...first, ...[...own].sort(byKey).slice(0, MOST_COUNTED - first.length)]
  let here = new Int32Array(numbers.size)
  for (const { words } of counted) for (const word of words.body.words) here[word]!++
  const all = articles + counted.length + 1
  // Worked out once a word: each stands in many articles.
  let known = new Float64Array(numbers.size).fill(Number.NaN)
  const rarity = (word: number): number => {
    if (word >= known.length) [here, known] = [grown(here, numbers.size), grownUnknown(known, numbers.size)]
    const found = known[word]!
    if (!Number.isNaN(found)) return found
    known[word] = Math.log(all / (numbers.inBackground(word) + here[word]! + 0.5))
    return known[word]!
  }
  const letGo = (words: readonly number[]): void => {
    for (const word of words) {
      if (word >= known.length) continue
      here[word] = 0
      known[word] = Number.NaN
    }
  }
  return { of: counted.map(({ key }) => key).join(), rarity, letGo }
}

function grown(counts: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size)
  larger.set(counts)
  return larger
}

function grownUnknown(values: Float64Array<ArrayBuffer>, size: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(size).fill(Number.NaN)
  larger.set(values)
  return larger
}
