import type { Problem } from "../model/ledger.ts"
import type { Store } from "./store.ts"

export async function verifyStore(store: Store): Promise<Problem[]> {
  return store.read(() => [])
}
