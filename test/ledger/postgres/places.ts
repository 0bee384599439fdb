import { openLedger } from "../../../src/ledger/open.ts"
import type { Server } from "./server.ts"

export type Places = Readonly<{
  server: Server
  /** The address of a schema of its own, empty as yet. */
  fresh(): Promise<string>
  /** The address of a ledger that holds nothing; what it held before is gone: making one takes a second. */
  emptied(): Promise<string>
}>

export function toPlaces(server: Server): Places {
  let made = 0
  let shared: string | null = null
  const fresh = async (): Promise<string> => {
    const schema = `ledger_${++made}`
    await server.query(`CREATE SCHEMA ${schema}`)
    return server.url({ schema })
  }
  const emptied = async (): Promise<string> => {
    if (shared === null) {
      await server.query("CREATE SCHEMA shared")
      shared = server.url({ schema: "shared" })
      await (await openLedger(shared)).close()
    }
    await server.query(await emptying(server))
    return shared
  }
  return { server, fresh, emptied }
}

/** Keys and triggers are left aside; rows are numbered from 1 again. */
async function emptying({ query }: Server): Promise<string> {
  const tables = await query("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'shared'")
  const sequences = await query("SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'shared'")
  const emptied = tables.filter(({ name }) => name !== "counterclaim_ledger" && name !== "index_sums")
  return [
    "SET session_replication_role = replica",
    ...emptied.map(({ name }) => `DELETE FROM shared.${name}`),
    "UPDATE shared.index_sums SET entries = 0, length = 0",
    "UPDATE shared.counterclaim_ledger SET judgements = 0",
    ...sequences.map(({ name }) => `SELECT setval('shared.${name}', 1, false)`),
    "RESET session_replication_role",
  ].join(";")
}
