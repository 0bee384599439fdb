import type { Asker } from "../asking.ts"
import type { PublishedDate } from "../model/date.ts"
import { withLedgerAsOf } from "./as-of.ts"
import type { Context } from "./context.ts"
import { withLedger } from "./with-ledger.ts"

type Named = Readonly<{ ledger?: string; asOf?: PublishedDate }>

/** Put questions to the ledger that the options name, as it was known at the end of `asOf` where there is one. */
export const withAsker = <T>(context: Context, options: Named, use: (asker: Asker) => Promise<T>): Promise<T> =>
  withLedger(context, { ...options, readOnly: true }, (held) =>
    withLedgerAsOf(context, { ledger: held, asOf: options.asOf }, async (ledger) => {
      const { openAsker } = await import("../asking.ts")
      return use(openAsker(ledger))
    }),
  )
