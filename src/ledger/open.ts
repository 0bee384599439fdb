import { existsSync, statSync } from "node:fs"
import { resolve } from "node:path"
import { setTimeout } from "node:timers/promises"
import { pathToFileURL } from "node:url"
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite"
import type { Ledger } from "../model/ledger.ts"
import { sqliteCode, toLedgerError } from "./failure.ts"
import { APPLICATION_ID, checkLedgerFile } from "./ledger-file.ts"
import { migrate } from "./migrate.ts"
import { isAddress } from "./postgres/address.ts"
import { sqliteLedger } from "./sqlite.ts"
import { toStore } from "./store.ts"

export type OpenOptions = Readonly<{
  /** Nothing is made or changed; adding rejects with `ledger/read-only`. */
  readOnly?: boolean
  /** Milliseconds to wait for another process's write, or for a server that was lost. Default 15,000. */
  patience?: number
  /** How many pages of 4,096 bytes the file may grow to. Default: as many as the disk holds. */
  maxPages?: number
}>

const BUSY = 5

/**
 * Open the ledger at a path, or at an address of PostgreSQL (postgres://…); a new one is made where there is none, the
 * file's folder too. Rejects with `CounterclaimError`: `ledger/is-folder`, `not-a-ledger`, `newer`, `older`, `missing`,
 * `read-only`, `unreadable`, `damaged`, `full` or `busy`, and with those of `openPostgres`.
 */
export async function openLedger(location: string, options: OpenOptions = {}): Promise<Ledger> {
  const { readOnly = false, patience = 15_000 } = options
  if (isAddress(location)) return (await import("./postgres/open.ts")).openPostgres(location, { readOnly, patience })
  const path = resolve(location)
  checkLedgerFile(path, readOnly)
  try {
    const database = readOnly ? connectForReading(path, patience) : await connect(path, patience)
    if (options.maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${Math.trunc(options.maxPages)}`)
    return sqliteLedger(toStore(database, path, readOnly))
  } catch (error) {
    throw toLedgerError(error, path)
  }
}

async function connect(path: string, patience: number): Promise<DatabaseSyncInstance> {
  const database = new DatabaseSync(path, { timeout: patience, enableForeignKeyConstraints: true })
  try {
    // SQLite does not wait by itself while another process turns a new file to WAL.
    await retried(patience, () => prepare(database))
    migrate(database, path, false)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** The id goes into the file itself before the log is turned on: the file's header is never without it. */
function prepare(database: DatabaseSyncInstance): void {
  const { application_id: id } = database.prepare("PRAGMA application_id").get() as { application_id: number }
  if (id !== APPLICATION_ID) database.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
  // FULL: what was acknowledged outlives a power cut, not only the end of the process.
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000")
}

function connectForReading(path: string, patience: number): DatabaseSyncInstance {
  try {
    return readable(new DatabaseSync(path, { readOnly: true, timeout: patience }), path)
  } catch (error) {
    // In a folder that may not be written to, SQLite cannot keep its log: a ledger that was closed well needs none.
    const hasLog = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0
    if (sqliteCode(error) === null || hasLog) throw error
    const frozen = new URL(`${pathToFileURL(path).href}?immutable=1`)
    return readable(new DatabaseSync(frozen, { readOnly: true }), path)
  }
}

function readable(database: DatabaseSyncInstance, path: string): DatabaseSyncInstance {
  try {
    migrate(database, path, true)
    database.exec("PRAGMA cache_size = -32000")
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

async function retried<Result>(patience: number, work: () => Result): Promise<Result> {
  const end = Date.now() + patience
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (sqliteCode(error) !== BUSY || Date.now() >= end) throw error
      await setTimeout(10 + 20 * Math.random())
    }
  }
}
