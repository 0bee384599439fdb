import type { HeldReading, Ledger } from "../model/ledger.ts"
import type { Snapshot } from "../model/snapshot.ts"
import type { CliInput, Reader } from "./parts.ts"

/**
 * Whether an input that was found in a folder, an archive or a table need not be read: its very bytes were
 * seen at the same place before, and read as they would be read now. What was named itself is always read.
 */
export const heldBefore =
  (begun: Date, ledger: Ledger, { isCurrent }: Reader) =>
  async (snapshot: Snapshot, input: CliInput): Promise<boolean> => {
    if (!input.part) return false
    const held = await ledger.held(snapshot.sha256, snapshot.url ?? input.place)
    return held.some((one) => wasSeen(one, snapshot, input, begun) && isSameRow(one, input) && isCurrent(one))
  }

/** Two rows alike in one table are two rows: only what was there before counts. An archive's page is seen once at its time. */
const wasSeen = ({ seen }: HeldReading, { fetched }: Snapshot, { dated }: CliInput, begun: Date): boolean =>
  dated ? seen.includes(fetched) : seen.some((at) => Date.parse(at) < begun.getTime())

/** A table may have been mended since. */
const isSameRow = ({ reading }: HeldReading, { row }: CliInput): boolean =>
  !row ||
  (row.title === reading.title &&
    row.publisher === reading.publisher &&
    (row.published === null || row.published.value === reading.published?.value))
