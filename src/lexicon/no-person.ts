import { readTable } from "./data.ts"

/** What stands where an author's name should but is nobody's name, lower case. Throws like `readTable`. */
export const readNoPerson = (): ReadonlySet<string> =>
  new Set(readTable("en/no-person.tsv", 1).map(({ cells }) => cells[0]!))
