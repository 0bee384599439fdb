import { accessSync, closeSync, constants, mkdirSync, openSync, readSync, type Stats, statSync } from "node:fs"
import { dirname } from "node:path"
import { CounterclaimError } from "../model/error.ts"
import { NOT_A_LEDGER, READ_ONLY } from "./failure.ts"

/** Marks the file as a ledger, in SQLite's header: "CClm". */
export const APPLICATION_ID = 0x43436c6d

const MAGIC = "SQLite format 3\0"
/** Where SQLite's header holds the application's id, in bytes. */
const ID_OFFSET = 68

/**
 * See that the path is a ledger, or is free for one, before SQLite touches it. Makes the folder.
 * Throws `ledger/is-folder`, `ledger/not-a-ledger`, `ledger/unreadable`, `ledger/read-only` or, when it
 * is only to be read, `ledger/missing`.
 */
export function checkLedgerFile(path: string, readOnly: boolean): void {
  if (!readOnly) makeFolder(path)
  const state = findState(path)
  if (!state && readOnly) throw missing(path)
  if (state?.isDirectory()) throw isFolder(path)
  // A pipe or a device must not even be opened: that may wait for ever.
  if (state && !(state.isFile() && hasOurHeader(path))) throw new CounterclaimError({ ...NOT_A_LEDGER, where: path })
  if (readOnly) return
  const places = state ? [dirname(path), path] : [dirname(path)]
  for (const place of places)
    if (!may(place, constants.W_OK)) throw new CounterclaimError({ ...READ_ONLY, where: path })
}

function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
      throw new CounterclaimError({ ...READ_ONLY, where: path, cause })
    }
    throw unreadable(path, cause)
  }
}

function findState(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

/** An empty file will do: another process is about to make a ledger of it. */
function hasOurHeader(path: string): boolean {
  const header = readHeader(path)
  if (header.length === 0) return true
  return header.toString("latin1", 0, 16) === MAGIC && header.readUInt32BE(ID_OFFSET) === APPLICATION_ID
}

/** The first 100 bytes, zeros where the file is shorter; none when it is empty. */
function readHeader(path: string): Buffer {
  const header = Buffer.alloc(100)
  try {
    const file = openSync(path, "r")
    try {
      return readSync(file, header) === 0 ? header.subarray(0, 0) : header
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

function may(path: string, mode: number): boolean {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}

const missing = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "ledger/missing",
    what: "there is no ledger here yet",
    where,
    fix: "add a document first (counterclaim read FILE), or name the ledger's path",
  })

const isFolder = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "ledger/is-folder",
    what: "this is a folder, and a ledger is one file",
    where,
    fix: "name a file in it, such as ledger.sqlite",
  })

const unreadable = (where: string, cause: unknown): CounterclaimError =>
  new CounterclaimError({
    code: "ledger/unreadable",
    what: `the ledger cannot be read (${(cause as NodeJS.ErrnoException).code ?? "unknown reason"})`,
    where,
    fix: "give this user the right to read the file and its folder",
    cause,
  })
