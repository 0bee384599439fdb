import type { Ledger } from "../../src/model/ledger.ts"
import { type Article, entryOf } from "./entries.ts"
import { listLedger } from "./listLedger.ts"

/** A ledger that holds these articles. */
export async function filledLedger(articles: readonly Article[]): Promise<Ledger> {
  return listLedger(articles.map(entryOf))
}
