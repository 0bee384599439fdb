import { readNumber, readTable } from "./data.ts"

/** A feature of a pair of articles, "constant", "apart" or "least" -> number; see `findStories`. */
export type StoryWeights = ReadonlyMap<string, number>

/** Throws like `readTable`, and `lexicon/number` when a weight is none. */
export const loadStoryWeights = (): StoryWeights =>
  new Map(readTable("stories/weights.tsv", 2).map(({ cells, where }) => [cells[0]!, readNumber(cells[1]!, where)]))
