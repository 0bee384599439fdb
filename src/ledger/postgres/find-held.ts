import type { RunId } from "../../model/attribution.ts"
import type { HeldReading } from "../../model/ledger.ts"
import { READING, READING_TABLES, type ReadingRow, toReading } from "../rows.ts"
import type { Session } from "./store.ts"

const SEEN = `SELECT sightings.document, array_agg(sightings.at ORDER BY sightings.moment, sightings.at) AS seen
  FROM snapshots JOIN sightings ON sightings.snapshot = snapshots.number
  WHERE snapshots.sha256 = $1 AND sightings.url = $2 GROUP BY sightings.document`

const HELD = `SELECT ${READING}, seen.seen,
    ARRAY (SELECT runs.id FROM runs WHERE runs.text = readings.text ORDER BY runs.id) AS runs
  FROM ${READING_TABLES} JOIN (${SEEN}) AS seen ON seen.document = readings.document
  WHERE snapshots.sha256 = $1 ORDER BY readings.id`

type Row = ReadingRow & Readonly<{ seen: readonly string[]; runs: readonly RunId[] }>

/** `Ledger.held`. */
export const findHeld = async (session: Session, snapshot: string, url: string): Promise<HeldReading[]> =>
  (await session.all<Row>(HELD, snapshot, url)).map((row) => ({
    reading: toReading(row),
    runs: row.runs,
    seen: row.seen,
  }))
