import type { LoggedJudgement } from "../model/judgement.ts"
import type { Holding } from "../model/ledger.ts"
import type { Snapshot } from "../model/snapshot.ts"

/**
 * A backup is JSON Lines packed with gzip, which every system can unpack: a head, the judgements in the order of their numbers,
 * the holdings, and an end with how many of each there are and the SHA-256 of all the bytes before that line, unpacked.
 */
export const BACKUP_VERSION = 1

export type BackupHead = Readonly<{ kind: "counterclaim-backup"; version: number; made: string }>
export type BackupEnd = Readonly<{ kind: "end"; judgements: number; holdings: number; sha256: string }>
export type JudgementLine = Readonly<{ kind: "judgement"; judgement: LoggedJudgement }>
export type HoldingLine = Readonly<{ kind: "holding"; holding: HoldingJson }>
export type BackupLine = BackupHead | JudgementLine | HoldingLine | BackupEnd

/** Bytes that are UTF-8 stand as text, which packs better and can be read. */
type BytesJson = Readonly<{ utf8: string }> | Readonly<{ base64: string }>
type HoldingJson = Omit<Holding, "snapshot"> & Readonly<{ snapshot: Omit<Snapshot, "bytes"> & BytesJson }>

export const toLine = (line: BackupLine): string => `${JSON.stringify(line)}\n`

export function toHoldingLine({ snapshot, ...rest }: Holding): HoldingLine {
  const { bytes, ...facts } = snapshot
  return { kind: "holding", holding: { ...rest, snapshot: { ...facts, ...toBytesJson(bytes) } } }
}

export function ofHoldingLine({ holding }: HoldingLine): Holding {
  const { sha256, url, headers, fetched, ...packed } = holding.snapshot
  const bytes = "utf8" in packed ? Buffer.from(packed.utf8) : Buffer.from(packed.base64, "base64")
  return { ...holding, snapshot: { sha256, url, headers, fetched, bytes: new Uint8Array(bytes) } }
}

function toBytesJson(bytes: Uint8Array): BytesJson {
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const utf8 = given.toString("utf8")
  return Buffer.from(utf8).equals(given) ? { utf8 } : { base64: given.toString("base64") }
}
