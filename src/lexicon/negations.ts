import { readTable } from "./data.ts"

/** Words that turn what follows them round, in lower case. Throws like `readTable`. */
export const readNegations = (): ReadonlySet<string> =>
  new Set(readTable("en/negations.tsv", 1).map(({ cells }) => cells[0]!))
