import { readTable } from "./data.ts"

/** Words that stand in names of organisations and never in a person's, lower case. Throws like `readTable`. */
export const readOrganisationWords = (): ReadonlySet<string> =>
  new Set(readTable("organisation-words.tsv", 1).map(({ cells }) => cells[0]!))
