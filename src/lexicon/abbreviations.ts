import { readTable } from "./data.ts"

/** Words, in lower case and without their last full stop, after which a full stop ends no sentence. Throws like `readTable`. */
export const loadAbbreviations = (): ReadonlySet<string> =>
  new Set(readTable("en/abbreviations.tsv", 2).map(({ cells }) => cells[0]!))
