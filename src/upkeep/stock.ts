import type { LoggedJudgement } from "../model/judgement.ts"
import type { Holding, Ledger } from "../model/ledger.ts"
import { allHoldings } from "./all-holdings.ts"

/** All that a ledger or a backup holds; it can be gone through more than once. */
export type Stock = Readonly<{
  judgements(): Promise<readonly LoggedJudgement[]>
  holdings(): AsyncIterable<Holding>
}>

/** Called after each holding; what it throws ends the work there. */
export type OnHolding = (done: number) => void

export const stockOfLedger = (ledger: Ledger): Stock => ({
  judgements: () => ledger.judgements(),
  holdings: () => allHoldings(ledger),
})
