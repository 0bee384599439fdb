import type { WordNumbers } from "./numbered-words.ts"
import type { StoryArticle } from "./story-article.ts"
import { byKey } from "./story-article.ts"

/** How rare words are in a stretch of news. `of`: the keys of the articles that were counted. */
export type RarityTable = Readonly<{ of: string; rarity: (word: number) => number }>

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
  const here = new Map<number, number>()
  for (const { words } of counted) for (const word of words.body.words) here.set(word, (here.get(word) ?? 0) + 1)
  const all = articles + counted.length + 1
  return {
    of: counted.map(({ key }) => key).join(),
    rarity: (word) => Math.log(all / (numbers.inBackground(word) + (here.get(word) ?? 0) + 0.5)),
  }
}
