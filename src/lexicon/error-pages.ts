import { readTable } from "./data.ts"

/** Titles of pages that say that there is nothing to see, lower case. Throws like `readTable`. */
export const readErrorPages = (): readonly string[] => readTable("en/error-pages.tsv", 1).map(({ cells }) => cells[0]!)
