import type { Ledger } from "../model/ledger.ts"
import type { Context } from "./context.ts"

/** Open the ledger that the option, else the environment, else the user's data folder names; close it whatever happens. */
export async function withLedger<T>(
  { io, parts }: Context,
  { ledger: path, readOnly }: { ledger?: string; readOnly: boolean },
  use: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const location = path ?? (await parts.defaultLedgerPath(io.env))
  const ledger = await parts.openLedger(location, { readOnly })
  try {
    return await use(ledger)
  } finally {
    await ledger.close()
  }
}
