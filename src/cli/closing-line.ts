import type { PublishedDate } from "../model/date.ts"
import type { Counts } from "../model/ledger.ts"
import { countsLine } from "./counts-line.ts"

/**
 * What stands at the end of an answer of the ledger: how much of it was found, and how many documents were read.
 * `asOf`: the answer is of the ledger as it was known at the end of this date.
 */
export function closingLine(
  found: Pick<Counts, "shown" | "doubtful">,
  ledger: Counts,
  asOf?: PublishedDate | undefined,
): string {
  if (ledger.documents === 0 && asOf)
    return `Nothing had been read by the end of ${asOf.value}, so nothing was searched.`
  if (ledger.documents === 0)
    return "The ledger is empty, so nothing was searched: counterclaim read adds articles to it."
  return `${countsLine({ ...ledger, ...found })}.`
}
