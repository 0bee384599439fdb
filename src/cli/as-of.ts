import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Option } from "commander"
import type { PublishedDate } from "../model/date.ts"
import type { Ledger } from "../model/ledger.ts"
import type { Context } from "./context.ts"
import { parsePublished } from "./options.ts"

export const asOfOption = () =>
  new Option("--as-of <date>", "answer as known on this date: what had been seen and judged by its end").argParser(
    parsePublished,
  )

/** Work on a copy of a ledger as it was known at the end of a date; on the ledger itself where there is no date. */
export async function withLedgerAsOf<T>(
  { parts, screen }: Context,
  { ledger, asOf }: Readonly<{ ledger: Ledger; asOf: PublishedDate | undefined }>,
  use: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  if (!asOf) return use(ledger)
  const { copyAsOf } = await import("../upkeep/copy-as-of.ts")
  const folder = await mkdtemp(join(tmpdir(), "counterclaim-"))
  const copy = await parts.openLedger(join(folder, "as-of.sqlite"), { readOnly: false })
  try {
    await copyAsOf(ledger, copy, endOf(asOf))
    const nothingYet = (await copy.counts()).documents === 0 && (await ledger.counts()).documents > 0
    if (nothingYet) screen.tell(nothingBy(asOf))
    return await use(copy)
  } finally {
    await copy.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const nothingBy = ({ value }: PublishedDate): string =>
  `nothing had been read into the ledger by the end of ${value}: --as-of goes by the day on which documents were read, not by that on which they were published`

/** The last millisecond of a date, UTC where it names no zone. */
export function endOf({ value, precision }: PublishedDate): number {
  if (precision === "minute" || precision === "second") {
    const moment = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(value) ? value : `${value}Z`)
    return moment + (precision === "minute" ? 60_000 : 1000) - 1
  }
  const [year = 0, month = 12, day] = value.split("-").map(Number)
  return (day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1)) - 1
}
