import type { RunId } from "../model/attribution.ts"
import type { HeldReading } from "../model/ledger.ts"
import { READING, READING_TABLES, type ReadingRow, toReading } from "./rows.ts"
import type { Store } from "./store.ts"

/** `Ledger.held`. */
export function findHeld(store: Store, snapshot: string, url: string): HeldReading[] {
  const seen = store.all<{ document: number; at: string }>(
    `SELECT sightings.document, sightings.at FROM snapshots JOIN sightings ON sightings.snapshot = snapshots.number
      WHERE snapshots.sha256 = ? AND sightings.url = ? ORDER BY sightings.moment, sightings.at`,
    snapshot,
    url,
  )
  return [...new Set(seen.map(({ document }) => document))]
    .flatMap((document) => {
      const times = seen.filter((one) => one.document === document).map(({ at }) => at)
      return readingsOf(store, { document, snapshot }, times)
    })
    .sort((a, b) => (a.reading.id < b.reading.id ? -1 : 1))
}

type Key = Readonly<{ document: number; snapshot: string }>

const readingsOf = (store: Store, { document, snapshot }: Key, seen: readonly string[]): HeldReading[] =>
  store
    .all<ReadingRow>(
      `SELECT ${READING} FROM ${READING_TABLES} WHERE documents.number = ? AND snapshots.sha256 = ?`,
      document,
      snapshot,
    )
    .map((row) => ({ reading: toReading(row), runs: runsOf(store, row.text_id), seen }))

const runsOf = (store: Store, text: string): RunId[] =>
  store
    .all<{ id: string }>(
      "SELECT runs.id FROM texts JOIN runs ON runs.text = texts.number WHERE texts.id = ? ORDER BY runs.id",
      text,
    )
    .map(({ id }) => id)
