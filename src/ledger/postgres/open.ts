import type { Ledger } from "../../model/ledger.ts"
import { checkAddress, shownAddress } from "./address.ts"
import { postgresLedger } from "./ledger.ts"
import { migrate } from "./migrate.ts"
import { toStore } from "./store.ts"

/**
 * Open the ledger in a PostgreSQL database (14 or later), in the first schema of the user's search path; its tables are
 * made where there are none. `patience`: milliseconds to wait for other writers, and for a server that was lost.
 * Rejects with `CounterclaimError`: `ledger/bad-address`, `unreachable`, `login`, `encoding`, `missing`, `not-a-ledger`,
 * `newer`, `older`, `read-only`, `unreadable` or `busy`; none of them shows the password.
 */
export async function openPostgres(
  address: string,
  { readOnly, patience }: Readonly<{ readOnly: boolean; patience: number }>,
): Promise<Ledger> {
  checkAddress(address)
  const store = toStore({ address, where: shownAddress(address), readOnly, patience })
  try {
    await migrate(store)
    return postgresLedger(store)
  } catch (error) {
    await store.close()
    throw error
  }
}
