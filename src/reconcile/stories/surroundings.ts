import { CONTRAST_WIDTHS, openContrast } from "./local-contrast.ts"
import { openNeighbours } from "./neighbours.ts"
import type { WordNumbers } from "./numbered-words.ts"
import { type RarityTable, rarityTable } from "./rarity-table.ts"
import { type NearArticles, type StoryArticle, UNDATED } from "./story-article.ts"
import { storyVectors } from "./story-vectors.ts"

/** Articles with what each finds around it, kept up to date as they come and go. */
export type Surroundings = Readonly<{
  enter(article: StoryArticle): void
  leave(article: StoryArticle): void
  /** Work out what the articles of all blocks to this one find; those of the next block must all have come. */
  refresh(last: number): void
  /** Forget an article that none will look for any more. */
  forget(article: StoryArticle): void
  /** These numbers stand for other words from now on. */
  letGo(words: readonly number[]): void
}>

const MOST_NEAREST = 60
const LEAST_PAIRED = 0.08

type Given = Readonly<{ numbers: WordNumbers; articles: number }>

/**
 * `articles`: how many the background was counted in. What an article finds is a function of the articles of its window
 * and of those that words are counted in; whenever one of them comes or goes, it is looked for again.
 */
export function openSurroundings(given: Given): Surroundings {
  const { numbers } = given
  const neighbours = openNeighbours()
  const contrast = openContrast(given)
  const blocks = new Map<number, Set<StoryArticle>>()
  const tables = new Map<number, RarityTable>()
  const touched = new Set<number>()
  const bare = new Set<StoryArticle>()
  const stale = new Set<StoryArticle>()
  const fresh = new Map<number, number>()
  let looks = 0

  const inBlock = (block: number): Set<StoryArticle> => blocks.get(block) ?? new Set()
  const around = (block: number): number[] =>
    block === UNDATED ? [...blocks.keys()] : [block - 1, block, block + 1, UNDATED]
  const count = ({ block }: StoryArticle, by: number): void => void fresh.set(block, (fresh.get(block) ?? 0) + by)
  function lookAgain(article: StoryArticle): void {
    if (article.near) count(article, -1)
    article.near = null
    stale.add(article)
  }
  function lookAgainAround(article: StoryArticle): void {
    if (!around(article.block).some((block) => (fresh.get(block) ?? 0) > 0)) return
    for (const { article: other } of neighbours.near(article)) if (other.near) lookAgain(other)
  }
  function takeOut(article: StoryArticle): void {
    if (!article.vectors) return
    for (const other of neighbours.take(article)) lookAgain(other)
    article.vectors = null
  }
  /** Words are counted anew where articles came or went; where that changes their rarity, all vectors are. */
  function recount(last: number): void {
    const due = new Set([...touched].flatMap((block) => [block, block + 1]))
    for (const block of due) {
      touched.delete(block)
      if (block > last) touched.add(block)
      if (block > last || !blocks.has(block)) continue
      const table = rarityTable(block === UNDATED ? [] : inBlock(block - 1), inBlock(block), given)
      if (tables.get(block)?.of === table.of) continue
      tables.set(block, table)
      for (const article of inBlock(block)) {
        takeOut(article)
        bare.add(article)
      }
      for (const other of around(block)) for (const article of inBlock(other)) lookAgain(article)
    }
  }
  function clothe(last: number): void {
    const clothed = [...bare].filter(({ block }) => block <= last)
    for (const article of clothed) {
      bare.delete(article)
      const { rarity } = tables.get(article.block)!
      article.vectors = storyVectors(article.words, { rarity, wordOf: numbers.wordOf })
      for (const other of neighbours.put(article, rarity)) lookAgain(other)
    }
    for (const article of clothed) lookAgainAround(article)
  }
  function look(article: StoryArticle): NearArticles {
    const found = neighbours.look(article)
    const paired = found.filter(({ likeness }) => likeness > LEAST_PAIRED)
    const partners = paired.map((one) => one.article)
    const nearest = Math.min(MOST_NEAREST, found.length + 1)
    const around = [article, ...found.slice(0, Math.max(nearest - 1, partners.length)).map((one) => one.article)]
    const [byName, byWord] = (["names", "body"] as const).map((kind) =>
      contrast({ rows: around.map((one) => one.vectors![kind].words), nearest, partners: partners.length }),
    )
    const width = CONTRAST_WIDTHS.length
    const views = new Float32Array(partners.length * 2 * width)
    for (const row of partners.keys()) {
      views.set(byName!.subarray(row * width, (row + 1) * width), row * 2 * width)
      views.set(byWord!.subarray(row * width, (row + 1) * width), row * 2 * width + width)
    }
    return {
      look: ++looks,
      partners,
      likenesses: Float64Array.from(paired, ({ likeness }) => likeness),
      views,
      scores: new Float32Array(partners.length).fill(Number.NaN),
      against: new Float64Array(partners.length),
    }
  }
  return {
    enter(article) {
      blocks.set(article.block, inBlock(article.block).add(article))
      touched.add(article.block)
      bare.add(article)
      stale.add(article)
    },
    leave(article) {
      if (article.vectors) lookAgainAround(article)
      takeOut(article)
      if (article.near) count(article, -1)
      article.near = null
      touched.add(article.block)
      for (const set of [bare, stale, inBlock(article.block)]) set.delete(article)
    },
    refresh(last) {
      recount(last + 1)
      clothe(last + 1)
      for (const article of stale) {
        if (article.block > last) continue
        stale.delete(article)
        article.near = look(article)
        count(article, 1)
      }
    },
    forget(article) {
      if (article.vectors) neighbours.take(article)
      article.vectors = null
      inBlock(article.block).delete(article)
      if (inBlock(article.block).size > 0) return
      blocks.delete(article.block)
      tables.delete(article.block)
    },
    letGo(words) {
      for (const table of tables.values()) table.letGo(words)
    },
  }
}
