import { CounterclaimError } from "../../model/error.ts"
import { READ_ONLY } from "../failure.ts"

type Failure = Readonly<{ code: string; what: string; fix: string }>

export const UNREACHABLE: Failure = {
  code: "ledger/unreachable",
  what: "the PostgreSQL server cannot be reached",
  fix: "see that it runs and takes connections from this machine, and that host and port are right",
}

const LOGIN: Failure = {
  code: "ledger/login",
  what: "the PostgreSQL server does not let this user in",
  fix: "check user and password of the address (or PGUSER, PGPASSWORD, ~/.pgpass) and the server's pg_hba.conf",
}

const BUSY: Failure = {
  code: "ledger/busy",
  what: "another process is writing to the ledger and did not finish in time; nothing was changed",
  fix: "wait for it to finish and try again",
}

const NO_RIGHT: Failure = {
  code: "ledger/unreadable",
  what: "this user may not read the ledger",
  fix: "grant it USAGE on the schema and SELECT on all of its tables",
}

export const READ_ONLY_ADDRESS: Failure = {
  ...READ_ONLY,
  fix: "grant this user INSERT, UPDATE and DELETE on all tables of the schema, or name a server that takes writes",
}

const DAMAGED: Failure = {
  code: "ledger/damaged",
  what: "the ledger's tables are damaged",
  fix: "put a backup in their place, or read the documents again into a new ledger",
}

/** By SQLSTATE, or its class of two signs: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const FAILURES: Readonly<Record<string, Failure>> = {
  "08": UNREACHABLE,
  "28": LOGIN,
  "57P01": UNREACHABLE,
  "57P02": UNREACHABLE,
  "57P03": { ...UNREACHABLE, what: "the PostgreSQL server is starting or stopping", fix: "try again in a moment" },
  "53300": {
    ...UNREACHABLE,
    what: "the PostgreSQL server takes no more connections",
    fix: "raise its max_connections, or let fewer programs use it at once",
  },
  "53100": {
    code: "ledger/full",
    what: "there is no room left on the server's disk; nothing was changed",
    fix: "make room there, or name a ledger on another server",
  },
  "3D000": {
    code: "ledger/missing",
    what: "the server has no database of this name",
    fix: "make it (createdb NAME), or name another; the ledger's tables in it are made by themselves",
  },
  "40001": BUSY,
  "40P01": BUSY,
  "55P03": BUSY,
  "57014": { ...BUSY, what: "the server broke the work off, for it took too long; nothing was changed" },
  "25006": READ_ONLY_ADDRESS,
  "42P01": DAMAGED,
  XX: DAMAGED,
}

/** Codes that the system gives for a connection, and what the driver says where it has no code. */
const NETWORK = /^(?:ECONN|EHOST|ENET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|ENOENT|EACCES|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/ // biome-ignore format: one pattern
const LOST = /Connection terminated|connection error|not queryable|timeout exceeded|Client was closed|SSL connections/i
const NO_PASSWORD = /password must be a/

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : ""

/** Whether the connection is gone (or never was), not only this question refused. */
export function isLost(error: unknown): boolean {
  return failureOf(error)?.code === UNREACHABLE.code && codeOf(error) !== "53300"
}

/** Two writers in each other's way: the same work may well succeed when it is done again. */
export const isClash = (error: unknown): boolean => /^40(?:001|P01)$/.test(codeOf(error))

function failureOf(error: unknown): Failure | undefined {
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : ""
  if (NO_PASSWORD.test(message)) return LOGIN
  const isNetwork = NETWORK.test(code) || (code === "" && LOST.test(message))
  return isNetwork ? UNREACHABLE : (FAILURES[code] ?? FAILURES[code.slice(0, 2)])
}

/** What the server or the way to it gave, as bad input from outside where it is that; anything else as it came. */
export function toLedgerError(cause: unknown, where: string, isWriting: boolean): unknown {
  if (codeOf(cause) === "42501") {
    return new CounterclaimError({ ...(isWriting ? READ_ONLY_ADDRESS : NO_RIGHT), where, cause })
  }
  const failure = failureOf(cause)
  return failure ? new CounterclaimError({ ...failure, what: `${failure.what}${reason(cause)}`, where, cause }) : cause
}

/** The server's own words; they name the user, never the password. */
const reason = (cause: unknown): string => {
  const said = cause instanceof Error ? cause.message || codeOf(cause) : ""
  return said ? ` (${said})` : ""
}
