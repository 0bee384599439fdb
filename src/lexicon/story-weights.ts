import { CounterclaimError } from "../model/error.ts"
import { readTable } from "./data.ts"

/** A feature of a pair of articles, "constant", "apart" or "least" -> number; see `findStories`. */
export type StoryWeights = ReadonlyMap<string, number>

/** Throws like `readTable`, and `lexicon/number` when a weight is none. */
export const loadStoryWeights = (): StoryWeights =>
  new Map(readTable("stories/weights.tsv", 2).map(({ cells, where }) => [cells[0]!, toNumber(cells[1]!, where)]))

function toNumber(cell: string, where: string): number {
  const number = Number(cell)
  if (cell.trim() !== "" && Number.isFinite(number)) return number
  throw new CounterclaimError({
    code: "lexicon/number",
    what: `"${cell}" is no number`,
    where,
    fix: "give a number, as 0.5",
  })
}
