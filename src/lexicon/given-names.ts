import { readTable } from "./data.ts"

/** First names of persons, lower case. Throws like `readTable`. */
export const readGivenNames = (): ReadonlySet<string> =>
  new Set(readTable("en/given-names.tsv", 2).map(({ cells }) => cells[0]!))
