import { CounterclaimError } from "../model/error.ts"
import { readTable } from "./data.ts"

/** What the rules after the model need beside the list of cues. */
export type CarryLexicon = Readonly<{
  /** Of each rule, what is left of the confidence that it starts from, 0 to 1. A rule without a row does not run. */
  factors: ReadonlyMap<string, number>
  headlineSources: ReadonlySet<string>
  noSpeakers: ReadonlySet<string>
}>

/**
 * Load data/en/carry.tsv (rule, factor, right, of), data/en/headline-sources.tsv and data/en/no-speakers.tsv.
 * Throws `lexicon/not-a-share` when a factor is no number from 0 to 1, and like `readTable`.
 */
export function loadCarry(): CarryLexicon {
  return {
    factors: new Map(readTable("en/carry.tsv", 4).map(({ cells, where }) => [cells[0]!, toShare(cells[1]!, where)])),
    headlineSources: readWords("en/headline-sources.tsv"),
    noSpeakers: readWords("en/no-speakers.tsv"),
  }
}

const readWords = (name: string): ReadonlySet<string> => new Set(readTable(name, 1).map(({ cells }) => cells[0]!))

function toShare(cell: string, where: string): number {
  const share = Number(cell)
  if (cell.trim() !== "" && share >= 0 && share <= 1) return share
  throw new CounterclaimError({
    code: "lexicon/not-a-share",
    what: `"${cell}" is not a share`,
    where,
    fix: "write a number from 0 to 1",
  })
}
