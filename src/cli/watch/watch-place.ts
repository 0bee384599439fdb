import { mkdirSync } from "node:fs"
import { dirname, join } from "node:path"
import { sha256 } from "../../model/hash.ts"
import type { Io } from "../io.ts"
import type { Parts } from "../parts.ts"

/**
 * Where watching stands: beside the ledger's file; for a ledger on a server in the user's data folder, by the hash of
 * its address without user and password, which no file's name must show.
 */
export async function watchPlace(location: string, { env }: Pick<Io, "env">, parts: Parts): Promise<string> {
  if (!/^postgres(ql)?:/i.test(location)) return `${location}.watch.json`
  const own = await parts.defaultLedgerPath({ ...env, COUNTERCLAIM_LEDGER: undefined })
  const name = `postgres-${sha256(location.replace(/^\w+:.*@/s, "")).slice(0, 16)}.watch.json`
  mkdirSync(dirname(own), { recursive: true })
  return join(dirname(own), name)
}
