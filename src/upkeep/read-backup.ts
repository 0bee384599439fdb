import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import { createGunzip } from "node:zlib"
import { CounterclaimError } from "../model/error.ts"
import type { Holding } from "../model/ledger.ts"
import {
  BACKUP_VERSION,
  type BackupEnd,
  type BackupHead,
  type BackupLine,
  type JudgementLine,
  ofHoldingLine,
} from "./backup-lines.ts"
import type { Stock } from "./stock.ts"

/** Whether a file begins as a backup does; false when it is not there. */
export async function isBackup(path: string): Promise<boolean> {
  const file = await open(path, "r").catch(() => null)
  if (!file) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

/**
 * What a backup holds, after every byte of it has been checked. Rejects with `backup/missing`, `backup/not-a-backup`,
 * `backup/newer`, `backup/damaged`.
 */
export async function stockOfBackup(path: string): Promise<Stock & Readonly<{ end: BackupEnd }>> {
  const end = await checkBackup(path)
  return { end, judgements: () => judgementsOf(path), holdings: () => holdingsOf(path) }
}

async function judgementsOf(path: string): Promise<JudgementLine["judgement"][]> {
  const found: JudgementLine["judgement"][] = []
  for await (const bytes of linesOf(path)) {
    const line = JSON.parse(bytes.toString()) as BackupLine
    if (line.kind === "judgement") found.push(line.judgement)
    else if (line.kind !== "counterclaim-backup") break
  }
  return found
}

async function* holdingsOf(path: string): AsyncGenerator<Holding> {
  for await (const bytes of linesOf(path)) {
    const line = JSON.parse(bytes.toString()) as BackupLine
    if (line.kind === "holding") yield ofHoldingLine(line)
  }
}

/** Line by line: only the head and the end are understood, the rest is counted. */
async function checkBackup(path: string): Promise<BackupEnd> {
  const hash = createHash("sha256")
  let held: Buffer | null = null
  let counted = -1
  for await (const line of linesOf(path)) {
    if (held) hash.update(held)
    else checkHead(line, path)
    held = line
    counted++
  }
  const end = held && parsed<BackupEnd>(held)
  if (end?.kind !== "end") throw damaged(path, "it was cut off: its end is missing")
  if (end.judgements + end.holdings !== counted - 1) throw damaged(path, "it does not hold as much as it says")
  if (end.sha256 !== hash.digest("hex")) throw damaged(path, "its SHA-256 is not the one that it was written with")
  return end
}

function checkHead(line: Buffer, path: string): void {
  const head = parsed<BackupHead>(line)
  if (head?.kind !== "counterclaim-backup") throw notABackup(path)
  if (head.version > BACKUP_VERSION) throw newer(path, head.version)
}

function parsed<Line>(line: Buffer): Line | null {
  try {
    return JSON.parse(line.toString()) as Line
  } catch {
    return null
  }
}

const NEWLINE = 0x0a

/** Each with its line end; the last one may lack it. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path)
  const unpacked = createGunzip()
  // A pipe hands no error on.
  file.on("error", (error) => unpacked.destroy(error))
  let parts: Buffer[] = []
  try {
    for await (const chunk of file.pipe(unpacked) as AsyncIterable<Buffer>) {
      let start = 0
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
        yield Buffer.concat([...parts, chunk.subarray(start, at + 1)])
        parts = []
        start = at + 1
      }
      if (start < chunk.length) parts.push(chunk.subarray(start))
    }
  } catch (error) {
    throw toBackupError(error, path)
  } finally {
    file.destroy()
  }
  if (parts.length > 0) yield Buffer.concat(parts)
}

function toBackupError(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === "ENOENT") return missing(path)
  if (code === "Z_DATA_ERROR" || code === "Z_BUF_ERROR") return damaged(path, "it cannot be unpacked to its end")
  return error
}

const missing = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "backup/missing",
    what: "there is no such file",
    where,
    fix: "name a file that counterclaim backup wrote",
  })

const notABackup = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "backup/not-a-backup",
    what: "this is no backup of a ledger; nothing was changed",
    where,
    fix: "name a file that counterclaim backup wrote",
  })

const newer = (where: string, version: number): CounterclaimError =>
  new CounterclaimError({
    code: "backup/newer",
    what: `a newer version of the program wrote this backup (form ${version}, known up to ${BACKUP_VERSION}); nothing was changed`,
    where,
    fix: "update counterclaim",
  })

const damaged = (where: string, what: string): CounterclaimError =>
  new CounterclaimError({
    code: "backup/damaged",
    what: `the backup is damaged: ${what}; nothing was changed`,
    where,
    fix: "take another copy of it, or an earlier backup",
  })
