import { readTable } from "./data.ts"

/** In how many of a number of news articles each word stands, in lower case; rarer words are absent. */
export type WordCounts = Readonly<{ articles: number; of: ReadonlyMap<string, number> }>

const ALL = "*"

/** Throws like `readTable`. */
export function loadWordCounts(): WordCounts {
  const counts = new Map(readTable("en/word-counts.tsv", 2).map(({ cells }) => [cells[0]!, Number(cells[1])]))
  const articles = counts.get(ALL) ?? 1
  counts.delete(ALL)
  return { articles, of: counts }
}
