import type { Run } from "../../model/attribution.ts"
import type { DocumentId, Sighting } from "../../model/document.ts"
import type { Counts, DocumentRecord, DocumentView, Page } from "../../model/ledger.ts"
import { toPage } from "../page.ts"
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
} from "../rows.ts"
import type { Session } from "./store.ts"

/** Documents as they stand now, last seen first, then by id. */
export async function findDocuments(session: Session, page: Page): Promise<DocumentView[]> {
  const { limit, offset } = toPage(page)
  const rows = await session.all<ViewRow>(
    `SELECT ${VIEW} FROM ${currentOf()} ORDER BY documents.last_moment DESC NULLS LAST, documents.id LIMIT $1 OFFSET $2`,
    limit,
    offset,
  )
  return rows.map(toView)
}

/** All that is known of one document: readings with the current first, sightings from the earliest on. */
export async function findDocument(session: Session, id: DocumentId): Promise<DocumentRecord | null> {
  const row = await session.get<ViewRow & { number: number; value: string }>(
    `SELECT ${VIEW}, documents.number, texts.value FROM ${currentOf()} WHERE documents.id = $1`,
    id,
  )
  if (!row) return null
  const readings = await session.all<ReadingRow>(
    `SELECT ${READING} FROM ${READING_TABLES} WHERE documents.number = $1
      ORDER BY (SELECT max(moment) FROM sightings
        WHERE sightings.document = readings.document AND sightings.snapshot = readings.snapshot) DESC NULLS LAST,
        snapshots.sha256 DESC, readings.reader DESC`,
    row.number,
  )
  return {
    ...toView(row),
    text: { id: row.text_id, value: row.value },
    run: row.run === null ? null : await findRun(session, row.run),
    readings: readings.map(toReading),
    seen: await findSightings(session, row.number),
  }
}

const findSightings = (session: Session, document: number): Promise<Sighting[]> =>
  session.all<Sighting>(
    `SELECT documents.id AS document, snapshots.sha256 AS snapshot, sightings.url, sightings.at
      FROM sightings JOIN documents ON documents.number = sightings.document
      JOIN snapshots ON snapshots.number = sightings.snapshot WHERE sightings.document = $1
      ORDER BY sightings.moment, sightings.at, snapshots.sha256, sightings.url`,
    document,
  )

/** A run by its number, its attributions in the order in which they were added. */
export async function findRun(session: Session, number: number): Promise<Run> {
  const row = (await session.get<RunRow>(
    "SELECT runs.*, texts.id AS text_id FROM runs JOIN texts ON texts.number = runs.text WHERE runs.number = $1",
    number,
  ))!
  const attributions = await session.all<AttributionRow>(
    `SELECT ${ATTRIBUTION} FROM attributions WHERE run = $1 ORDER BY position`,
    number,
  )
  return toRun(row, attributions.map(toAttribution))
}

/** How much the ledger holds. */
export const countAll = async (session: Session): Promise<Counts> =>
  (await session.get<Counts>(
    `SELECT count(*) AS documents, count(run) AS attributed, coalesce(sum(shown), 0) AS shown,
      coalesce(sum(doubtful), 0) AS doubtful FROM documents`,
  ))!
