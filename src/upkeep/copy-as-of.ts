import type { Ledger } from "../model/ledger.ts"
import { allHoldings } from "./all-holdings.ts"
import { partsOf } from "./restore.ts"

/**
 * Bring into an empty ledger what the other one knew at a moment (milliseconds since 1970): what had been seen by then, as it is
 * read now, and the judgements made by then.
 */
export async function copyAsOf(from: Ledger, to: Ledger, moment: number): Promise<void> {
  const isBefore = ({ at }: Readonly<{ at: string }>) => Date.parse(at) <= moment
  for await (const holding of allHoldings(from)) {
    const sightings = holding.sightings.filter(isBefore)
    if (sightings.length > 0) await to.merge({ ...holding, sightings })
  }
  for (const { origin, ...judgement } of (await from.judgements()).filter(isBefore)) {
    await to.judge(partsOf({ ...judgement, origin }), origin)
  }
}
