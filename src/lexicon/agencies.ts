import { readTable } from "./data.ts"

/** Names of news agencies, lower case, as bylines print them. Throws like `readTable`. */
export const readAgencies = (): ReadonlySet<string> =>
  new Set(readTable("en/agencies.tsv", 1).map(({ cells }) => cells[0]!))
