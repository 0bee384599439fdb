import { readdirSync, readFileSync } from "node:fs"
import type { DatabaseSyncInstance } from "@photostructure/sqlite"
import { CounterclaimError } from "../model/error.ts"

const FOLDER = new URL("./sql/", import.meta.url)

type Step = Readonly<{ version: number; sql: string }>

/** The steps from an empty file to the present tables, in order: `sql/001-….sql` leads to version 1. */
const STEPS: readonly Step[] = readdirSync(FOLDER)
  .filter((name) => /^\d{3}-.*\.sql$/.test(name))
  .sort()
  .map((name) => ({ version: Number(name.slice(0, 3)), sql: readFileSync(new URL(name, FOLDER), "utf8") }))

export const ledgerVersion = (database: DatabaseSyncInstance): number =>
  (database.prepare("PRAGMA user_version").get() as { user_version: number }).user_version

/**
 * Bring the tables up to the present version, in one transaction. Throws `ledger/newer` when a newer
 * program made them, `ledger/older` when they would have to be changed but may not be.
 */
export function migrate(database: DatabaseSyncInstance, where: string, readOnly: boolean): void {
  const present = STEPS.at(-1)?.version ?? 0
  const version = ledgerVersion(database)
  if (version > present) throw newer(where, version, present)
  if (version === present) return
  if (readOnly) throw older(where, version, present)
  database.exec("BEGIN IMMEDIATE")
  try {
    // Another process may have done it while this one waited.
    const from = ledgerVersion(database)
    for (const { version, sql } of STEPS) if (version > from) database.exec(`${sql};PRAGMA user_version = ${version}`)
    database.exec("COMMIT")
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK")
    throw error
  }
}

export const newer = (where: string, version: number, present: number): CounterclaimError =>
  new CounterclaimError({
    code: "ledger/newer",
    what: `the ledger is of version ${version}, this program knows versions up to ${present}; it was left as it is`,
    where,
    fix: "update counterclaim, or name another ledger",
  })

export const older = (where: string, version: number, present: number): CounterclaimError =>
  new CounterclaimError({
    code: "ledger/older",
    what: `the ledger is of version ${version} and must be brought to ${present} before it can be read`,
    where,
    fix: "open it once for writing, with any command that adds to it",
  })
