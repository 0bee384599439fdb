import { readTable } from "./data.ts"

/** Names of months and their short forms, lower case, to 1 to 12; in fourteen languages. Throws like `readTable`. */
export const readMonths = (): ReadonlyMap<string, number> =>
  new Map(readTable("months.tsv", 2).map(({ cells: [name, month] }) => [name!, Number(month)]))
