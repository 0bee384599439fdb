import { createHash } from "node:crypto"
import { createWriteStream } from "node:fs"
import { access, open, rename, rm } from "node:fs/promises"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import { checkChain } from "../ledger/chain.ts"
import { CounterclaimError } from "../model/error.ts"
import { BACKUP_VERSION, type BackupEnd, toHoldingLine, toLine } from "./backup-lines.ts"
import type { OnHolding, Stock } from "./stock.ts"

export type BackupOptions = Readonly<{ now: Date; onHolding?: OnHolding }>

/**
 * Write all that a ledger holds into a new file, which stands under its name only when it is whole. What others add
 * meanwhile is in it or not, each document whole. Rejects with `backup/exists`, `backup/cannot-write`, `backup/chain`.
 */
export async function writeBackup(stock: Stock, path: string, options: BackupOptions): Promise<BackupEnd> {
  if (await isThere(path)) throw exists(path)
  const partial = `${path}.partial`
  const counts = { judgements: 0, holdings: 0, sha256: "" }
  try {
    await pipeline(lines(stock, counts, options), createGzip(), createWriteStream(partial))
    await flush(partial)
    await rename(partial, path)
    return { kind: "end", ...counts }
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {})
    if (error instanceof Error && "syscall" in error) throw cannotWrite(path, error as NodeJS.ErrnoException)
    throw error
  }
}

type Counting = { judgements: number; holdings: number; sha256: string }

async function* lines(stock: Stock, counts: Counting, { now, onHolding }: BackupOptions): AsyncGenerator<string> {
  const hash = createHash("sha256")
  const hashed = (line: string): string => {
    hash.update(line)
    return line
  }
  const judgements = await stock.judgements()
  if (!checkChain(judgements)) throw brokenChain()
  yield hashed(toLine({ kind: "counterclaim-backup", version: BACKUP_VERSION, made: now.toISOString() }))
  for (const judgement of judgements) yield hashed(toLine({ kind: "judgement", judgement }))
  counts.judgements = judgements.length
  for await (const holding of stock.holdings()) {
    yield hashed(toLine(toHoldingLine(holding)))
    counts.holdings++
    onHolding?.(counts.holdings)
  }
  counts.sha256 = hash.digest("hex")
  yield toLine({ kind: "end", ...counts })
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** What is renamed before it is on the disk may be an empty file after a power cut. */
async function flush(path: string): Promise<void> {
  const file = await open(path, "r+")
  await file.sync().finally(() => file.close())
}

const exists = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "backup/exists",
    what: "there is a file of this name already; it was left as it is",
    where,
    fix: "name another file, with the day in its name for instance",
  })

const cannotWrite = (where: string, cause: NodeJS.ErrnoException): CounterclaimError =>
  new CounterclaimError({
    code: "backup/cannot-write",
    what: `the backup cannot be written (${cause.code ?? cause.message}); nothing of it was kept`,
    where,
    fix: "name a file in a folder that you may write to, on a disk with room",
    cause,
  })

export const brokenChain = (): CounterclaimError =>
  new CounterclaimError({
    code: "backup/chain",
    what: "the chain of judgements is broken: one was changed or is missing, and a backup would hide it",
    where: "judgements",
    fix: "counterclaim verify names the place; restore the last backup before it",
  })
