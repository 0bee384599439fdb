import type { Document, Sighting } from "../model/document.ts"
import type { HeldVersion, Holding, HoldingPage } from "../model/ledger.ts"
import { findRun } from "./find-documents.ts"
import { toPage } from "./page.ts"
import { READING, READING_TABLES, type ReadingRow, type SnapshotRow, toReading, toSnapshotRecord } from "./rows.ts"
import type { Store } from "./store.ts"

type Key = Readonly<{ document: number; snapshot: number }>

/** `Ledger.holdings`. */
export function findHoldings(store: Store, { after, limit }: HoldingPage): Holding[] {
  const { limit: most } = toPage({ limit: limit ?? 100 })
  return store
    .all<Key>(
      // The order of the joins keeps SQLite on the index of the ids, so that a page costs what it holds.
      `SELECT documents.number AS document, snapshots.number AS snapshot
        FROM documents CROSS JOIN snapshots ON snapshots.number IN
          (SELECT readings.snapshot FROM readings WHERE readings.document = documents.number)
        WHERE documents.id >= ?1 AND (documents.id > ?1 OR snapshots.sha256 > ?2)
        ORDER BY documents.id, snapshots.sha256 LIMIT ?3`,
      after?.document ?? "",
      after?.snapshot ?? "",
      most,
    )
    .map((key) => holdingOf(store, key))
}

const holdingOf = (store: Store, { document, snapshot }: Key): Holding => ({
  document: { ...store.get<Document>("SELECT id, url, publisher FROM documents WHERE number = ?", document)! },
  snapshot: toSnapshotRecord(store.get<SnapshotRow>("SELECT * FROM snapshots WHERE number = ?", snapshot)!),
  versions: store
    .all<ReadingRow & { text: number; value: string }>(
      `SELECT ${READING}, texts.number AS text, texts.value FROM ${READING_TABLES}
        WHERE readings.document = ? AND readings.snapshot = ? ORDER BY readings.reader`,
      document,
      snapshot,
    )
    .map((row) => toVersion(store, row)),
  sightings: findSightings(store, { document, snapshot }),
})

const toVersion = (store: Store, row: ReadingRow & { text: number; value: string }): HeldVersion => ({
  reading: toReading(row),
  text: { id: row.text_id, value: row.value },
  runs: store
    .all<{ number: number }>("SELECT number FROM runs WHERE text = ? ORDER BY id", row.text)
    .map(({ number }) => findRun(store, number)),
})

/** Of one document and snapshot, by their rows. */
export const findSightings = (store: Store, { document, snapshot }: Key): Sighting[] =>
  store
    .all<Sighting>(
      `SELECT documents.id AS document, snapshots.sha256 AS snapshot, sightings.url, sightings.at
        FROM sightings JOIN documents ON documents.number = sightings.document
        JOIN snapshots ON snapshots.number = sightings.snapshot
        WHERE sightings.document = ? AND sightings.snapshot = ?
        ORDER BY sightings.moment, sightings.at, sightings.url`,
      document,
      snapshot,
    )
    .map((sighting) => ({ ...sighting }))
