import type { DatabaseSyncInstance, StatementSyncInstance } from "@photostructure/sqlite"
import { CounterclaimError } from "../model/error.ts"
import { sqliteCode, toLedgerError } from "./failure.ts"

export type Value = string | number | null | Uint8Array

/** An open SQLite file: prepared statements, transactions, and its errors told as the ledger's. */
export type Store = Readonly<{
  /** The file's path. */
  where: string
  readOnly: boolean
  /** All rows; statements are kept prepared, so put values in parameters, never in the words. */
  all<Row>(sql: string, ...values: Value[]): Row[]
  /** The first row. */
  get<Row>(sql: string, ...values: Value[]): Row | undefined
  /** Number of the row added last. */
  run(sql: string, ...values: Value[]): number
  /** All of the work in one transaction, or nothing of it. */
  write<Result>(work: () => Result): Result
  /** Each as SQLite sees it at one moment, whatever other processes write meanwhile. */
  read<Result>(work: () => Result): Result
  close(): void
}>

export function toStore(database: DatabaseSyncInstance, where: string, readOnly: boolean): Store {
  const statements = new Map<string, StatementSyncInstance>()
  const prepared = (sql: string): StatementSyncInstance => {
    const statement = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const transaction = <Result>(begin: string, work: () => Result): Result => {
    if (!database.isOpen) throw closed(where)
    try {
      database.exec(begin)
      const result = work()
      database.exec("COMMIT")
      return result
    } catch (error) {
      // A full disk has rolled it back already.
      if (database.isTransaction) database.exec("ROLLBACK")
      throw toLedgerError(error, where)
    }
  }
  return {
    where,
    readOnly,
    all: (sql, ...values) => prepared(sql).all(...values),
    get: (sql, ...values) => prepared(sql).get(...values),
    run: (sql, ...values) => Number(prepared(sql).run(...values).lastInsertRowid),
    write: (work) => transaction("BEGIN IMMEDIATE", work),
    read: (work) => transaction("BEGIN", work),
    close: () => {
      if (database.isOpen) close(database, { where, readOnly })
    },
  }
}

const FULL = 13

/**
 * The driver lets SQLite close a file only when the statements that were prepared on it have been
 * collected as garbage: so the log is written into the file here, without waiting for other processes.
 * On a full disk it stays beside the file, and whoever opens the ledger next reads it: nothing is lost.
 */
function close(database: DatabaseSyncInstance, { where, readOnly }: Pick<Store, "where" | "readOnly">): void {
  try {
    if (!readOnly) database.exec("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)")
  } catch (error) {
    if (sqliteCode(error) !== FULL) throw toLedgerError(error, where)
  } finally {
    database.close()
  }
}

export const closed = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "ledger/closed",
    what: "the ledger was closed before this was asked",
    where,
    fix: "ask before closing, or open it again",
  })
