import { openLedger } from "../../../src/ledger/open.ts"
import type { Server } from "./server.ts"

export type Places = Readonly<{
  server: Server
  /** The address of a schema of its own, empty as yet. */
  fresh(): Promise<string>
  /** The address of a ledger that holds nothing; what it held before is gone, for making one takes a second. */
  emptied(schema?: string): Promise<string>
}>

export function toPlaces(server: Server): Places {
  let made = 0
  const shared = new Set<string>()
  const fresh = async (): Promise<string> => {
    const schema = `ledger_${++made}`
    await server.query(`CREATE SCHEMA ${schema}`)
    return server.url({ schema })
  }
  const emptied = async (schema = "shared"): Promise<string> => {
    const address = server.url({ schema })
    if (!shared.has(schema)) {
      await server.query(`CREATE SCHEMA ${schema}`)
      await (await openLedger(address)).close()
    }
    shared.add(schema)
    await server.query(await emptying(server, schema))
    return address
  }
  return { server, fresh, emptied }
}

/** Keys and triggers are left aside; rows are numbered from 1 again. */
async function emptying({ query }: Server, schema: string): Promise<string> {
  const tables = await query(`SELECT tablename AS name FROM pg_tables WHERE schemaname = '${schema}'`)
  const sequences = await query(`SELECT sequencename AS name FROM pg_sequences WHERE schemaname = '${schema}'`)
  const emptied = tables.filter(({ name }) => name !== "counterclaim_ledger" && name !== "index_sums")
  return [
    "SET session_replication_role = replica",
    ...emptied.map(({ name }) => `DELETE FROM ${schema}.${name}`),
    `UPDATE ${schema}.index_sums SET entries = 0, length = 0`,
    `UPDATE ${schema}.counterclaim_ledger SET judgements = 0`,
    ...sequences.map(({ name }) => `SELECT setval('${schema}.${name}', 1, false)`),
    "RESET session_replication_role",
  ].join(";")
}
