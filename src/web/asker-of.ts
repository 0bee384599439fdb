import type { Asker } from "../asking.ts"
import type { Ledger } from "../model/ledger.ts"

const askers = new WeakMap<Ledger, Promise<Asker>>()

/** One for each ledger, opened when it is first needed: it keeps the stories, so that later only what is new is read. */
export function askerOf(ledger: Ledger): Promise<Asker> {
  const known = askers.get(ledger)
  if (known) return known
  const asker = import("../asking.ts").then(({ openAsker }) => openAsker(ledger))
  askers.set(ledger, asker)
  return asker
}
