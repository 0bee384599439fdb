import type { Holding, HoldingKey, Ledger } from "../model/ledger.ts"

/** So few at a time that memory stays flat: a snapshot may have 20 MB. */
const AT_A_TIME = 20

/** Everything that a ledger holds, in the order of `Ledger.holdings`, from behind a key on. */
export async function* allHoldings(ledger: Ledger, from?: HoldingKey): AsyncGenerator<Holding> {
  for (let after = from; ; ) {
    const holdings = await ledger.holdings({ ...(after && { after }), limit: AT_A_TIME })
    yield* holdings
    const last = holdings.at(-1)
    if (!last || holdings.length < AT_A_TIME) return
    after = { document: last.document.id, snapshot: last.snapshot.sha256 }
  }
}
