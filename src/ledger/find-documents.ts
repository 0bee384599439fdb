import type { Run } from "../model/attribution.ts"
import type { DocumentId, Sighting } from "../model/document.ts"
import type { Counts, DocumentRecord, DocumentView, Page } from "../model/ledger.ts"
import { toPage } from "./page.ts"
import {
  ATTRIBUTION,
  type AttributionRow,
  currentOf,
  READING,
  READING_TABLES,
  type ReadingRow,
  type RunRow,
  toAttribution,
  toReading,
  toRun,
  toView,
  VIEW,
  type ViewRow,
} from "./rows.ts"
import type { Store } from "./store.ts"

/** Documents as they stand now, last seen first, then by id. */
export function findDocuments(store: Store, page: Page): DocumentView[] {
  const { limit, offset } = toPage(page)
  return store
    .all<ViewRow>(
      `SELECT ${VIEW} FROM ${currentOf("(SELECT * FROM documents ORDER BY last_moment DESC, id LIMIT ? OFFSET ?) AS documents")}
        ORDER BY documents.last_moment DESC, documents.id`,
      limit,
      offset,
    )
    .map(toView)
}

/** All that is known of one document: readings with the current first, sightings from the earliest on. */
export function findDocument(store: Store, id: DocumentId): DocumentRecord | null {
  const row = store.get<ViewRow & { number: number; value: string }>(
    `SELECT ${VIEW}, documents.number, texts.value FROM ${currentOf()} WHERE documents.id = ?`,
    id,
  )
  if (!row) return null
  return {
    ...toView(row),
    text: { id: row.text_id, value: row.value },
    run: row.run === null ? null : findRun(store, row.run),
    readings: store
      .all<ReadingRow>(
        `SELECT ${READING} FROM ${READING_TABLES} WHERE documents.number = ?
          ORDER BY (SELECT max(moment) FROM sightings
            WHERE sightings.document = readings.document AND sightings.snapshot = readings.snapshot) DESC,
            snapshots.sha256 DESC, readings.reader DESC`,
        row.number,
      )
      .map(toReading),
    seen: findSightings(store, row.number),
  }
}

const findSightings = (store: Store, document: number): Sighting[] =>
  store
    .all<Sighting>(
      `SELECT documents.id AS document, snapshots.sha256 AS snapshot, sightings.url, sightings.at
        FROM sightings JOIN documents ON documents.number = sightings.document
        JOIN snapshots ON snapshots.number = sightings.snapshot WHERE sightings.document = ?
        ORDER BY sightings.moment, sightings.at, snapshots.sha256, sightings.url`,
      document,
    )
    .map((sighting) => ({ ...sighting }))

/** A run by its number, its attributions in the order in which they were added. */
export function findRun(store: Store, number: number): Run {
  const row = store.get<RunRow>(
    "SELECT runs.*, texts.id AS text_id FROM runs JOIN texts ON texts.number = runs.text WHERE runs.number = ?",
    number,
  )!
  const attributions = store.all<AttributionRow>(
    `SELECT ${ATTRIBUTION} FROM attributions WHERE run = ? ORDER BY position`,
    number,
  )
  return toRun(row, attributions.map(toAttribution))
}

/** How much the ledger holds. */
export const countAll = (store: Store): Counts => ({
  ...store.get<Counts>(
    `SELECT count(*) AS documents, count(run) AS attributed, coalesce(sum(shown), 0) AS shown,
      coalesce(sum(doubtful), 0) AS doubtful FROM documents`,
  )!,
})
