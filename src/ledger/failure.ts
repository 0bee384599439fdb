import { CounterclaimError } from "../model/error.ts"

type Failure = Readonly<{ code: string; what: string; fix: string }>

export const READ_ONLY: Failure = {
  code: "ledger/read-only",
  what: "the ledger cannot be written to; nothing was changed",
  fix: "give this user the right to write to the file and its folder, or name another ledger",
}

export const NOT_A_LEDGER: Failure = {
  code: "ledger/not-a-ledger",
  what: "this file is no ledger; it was left as it is",
  fix: "name another path: a ledger that is not there yet is made",
}

const UNREADABLE: Failure = {
  code: "ledger/unreadable",
  what: "the ledger cannot be read",
  fix: "give this user the right to read the file and its folder, and see that the disk is well",
}

/** By SQLite's primary result codes: https://sqlite.org/rescode.html */
const FAILURES: Readonly<Record<number, Failure>> = {
  5: {
    code: "ledger/busy",
    what: "another process is writing to the ledger and did not finish in time; nothing was changed",
    fix: "wait for it to finish and try again",
  },
  8: READ_ONLY,
  10: UNREADABLE,
  11: {
    code: "ledger/damaged",
    what: "the ledger's file is damaged",
    fix: "put a backup in its place, or read the documents again into a new ledger",
  },
  13: {
    code: "ledger/full",
    what: "the ledger is full: there is no room left on the disk or up to its page limit; nothing was changed",
    fix: "make room on the disk, raise the limit, or name a ledger on another disk",
  },
  14: UNREADABLE,
  23: UNREADABLE,
  26: NOT_A_LEDGER,
}

/** What SQLite says with these codes, for the driver's `all` throws without the number. */
const MESSAGES: readonly (readonly [message: string, code: number])[] = [
  ["database is locked", 5],
  ["attempt to write a readonly database", 8],
  ["disk I/O error", 10],
  ["database disk image is malformed", 11],
  ["database or disk is full", 13],
  ["unable to open database file", 14],
  ["file is not a database", 26],
]

/** The primary result code of an error that SQLite threw; null for any other. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error && "code" in error && error.code === "ERR_SQLITE_ERROR")) return null
  if ("errcode" in error && typeof error.errcode === "number") return error.errcode & 0xff
  return MESSAGES.find(([message]) => error.message.endsWith(message))?.[1] ?? null
}

/** What SQLite threw, as bad input from outside where it is that; anything else as it came. */
export function toLedgerError(cause: unknown, where: string): unknown {
  const failure = FAILURES[sqliteCode(cause) ?? -1]
  return failure ? new CounterclaimError({ ...failure, where, cause }) : cause
}
