import { memoryLedger } from "../../src/ledger/memory.ts"
import type { Ledger } from "../../src/model/ledger.ts"
import { type Article, entryOf } from "./entries.ts"

/** A ledger that holds these articles, added in this order. */
export async function filledLedger(articles: readonly Article[]): Promise<Ledger> {
  const ledger = memoryLedger()
  for (const article of articles) await ledger.add(entryOf(article))
  return ledger
}
