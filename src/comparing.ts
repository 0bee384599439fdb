import { loadNames } from "./lexicon/names.ts"
import { compareNames, type NameComparison } from "./reconcile/names/compare-names.ts"

/** Comparisons of what a user brings along, without a ledger. Each loads what it needs when it is opened. */

export type { NameComparison } from "./reconcile/names/compare-names.ts"

/** Whether two spellings may be one name. Throws `lexicon/…` when the tables of the program are damaged. */
export function openNames(): (left: string, right: string) => NameComparison {
  const lexicon = loadNames()
  return (left, right) => compareNames(left, right, lexicon)
}
