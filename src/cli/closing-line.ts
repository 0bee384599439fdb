import type { Counts } from "../model/ledger.ts"
import { countsLine } from "./counts-line.ts"

/** What stands at the end of an answer of the ledger: how much of it was found, and how many documents were read. */
export function closingLine(found: Pick<Counts, "shown" | "doubtful">, ledger: Counts): string {
  if (ledger.documents === 0)
    return "The ledger is empty, so nothing was searched: counterclaim read adds articles to it."
  return `${countsLine({ ...ledger, ...found })}.`
}
