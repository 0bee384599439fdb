import { type Judged, toJudged } from "../model/judged.ts"
import type { Context } from "./context.ts"
import { withLedger } from "./with-ledger.ts"

/** What people judged in a ledger that is named. Rejects with `ledger/…` where it cannot be read. */
export const judgedIn = (ledger: string, context: Context): Promise<Judged> =>
  withLedger(context, { ledger, readOnly: true }, async (held) => toJudged(await held.judgements()))
