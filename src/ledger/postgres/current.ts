import type { DatePrecision } from "../../model/date.ts"
import type { Printed } from "../current.ts"
import { type KeptNow, keptValues } from "../kept-now.ts"
import { publishedMoment } from "../moment.ts"
import { countSources } from "./count-sources.ts"
import { indexContents, indexDocument, unindexContents } from "./index-words.ts"
import type { Session } from "./store.ts"

const OF_PRINTED = "text = $1 AND (anchor = $2::text OR (anchor IS NULL AND $2::text IS NULL))"

const NEWEST = `SELECT number FROM runs WHERE ${OF_PRINTED} ORDER BY model_version DESC, data DESC, id DESC LIMIT 1`

/** As of the SQLite ledger: the newest model's run, then the newest data's, then the one with the greatest id. */
export const newestRun = async (session: Session, { text, anchor }: Printed): Promise<number | null> =>
  (await session.get<{ number: number }>(NEWEST, text, anchor))?.number ?? null

/**
 * Work out anew which run of a text and anchor is current, and keep it.
 * Numbers of the documents that it concerns; empty when the current run stays as it was.
 */
export async function refreshRuns(session: Session, printed: Printed): Promise<number[]> {
  const { text, anchor } = printed
  const found = await session.get<{ before: number | null; now: number }>(
    `SELECT (SELECT number FROM runs WHERE ${OF_PRINTED} AND current = 1) AS before, (${NEWEST}) AS now`,
    text,
    anchor,
  )
  const { before, now } = found!
  if (now === before) return []
  if (before !== null) {
    await unindexContents(session, before)
    await session.all("UPDATE runs SET current = 0 WHERE number = $1", before)
  }
  await session.all("UPDATE runs SET current = 1 WHERE number = $1", now)
  await indexContents(session, now)
  return documentsOf(session, printed)
}

/** Those that may have it as their current run: of the same day, or of any where it has no anchor. */
const documentsOf = async (session: Session, { text, anchor }: Printed): Promise<number[]> => {
  const rows = await session.all<{ number: number }>(
    `SELECT documents.number FROM documents JOIN readings ON readings.number = documents.reading
      WHERE documents.text = $1 AND ($2::text IS NULL OR readings.published_value = $2)`,
    text,
    anchor,
  )
  return rows.map(({ number }) => number)
}

/** Work out all that is kept on documents, after their sightings, readings or runs have changed. */
export async function refreshDocuments(session: Session, documents: readonly number[]): Promise<void> {
  for (const document of documents) await refresh(session, document)
}

// The same choice as in src/ledger/current.ts, where it is explained.
const NOW = `
  SELECT readings.number AS reading, readings.text, runs.number AS run,
    coalesce(readings.publisher, documents.publisher) AS printed_by,
    readings.published_value, readings.published_precision,
    (SELECT at FROM sightings WHERE document = documents.number ORDER BY moment, at DESC LIMIT 1) AS first_seen,
    (SELECT at FROM sightings WHERE document = documents.number ORDER BY moment DESC, at DESC LIMIT 1) AS last_seen,
    (SELECT max(moment) FROM sightings WHERE document = documents.number) AS last_moment,
    (SELECT count(*)::integer FROM sightings WHERE document = documents.number) AS sightings,
    coalesce(runs.shown, 0) AS shown, coalesce(runs.doubtful, 0) AS doubtful
  FROM documents
  JOIN readings ON readings.document = documents.number AND readings.snapshot = (
    SELECT sightings.snapshot FROM sightings JOIN snapshots ON snapshots.number = sightings.snapshot
    WHERE sightings.document = documents.number ORDER BY moment DESC, sha256 DESC LIMIT 1)
  LEFT JOIN runs ON readings.article = 1 AND runs.number = (
    SELECT number FROM runs WHERE runs.text = readings.text AND runs.current = 1
      AND (anchor IS NULL OR anchor = readings.published_value) ORDER BY anchor IS NULL LIMIT 1)
  WHERE documents.number = $1
  ORDER BY readings.reader DESC LIMIT 1`

type Row = Omit<KeptNow, "published"> & Readonly<{ published_value: string | null; published_precision: string | null }>

/** Work out what a document's row must keep; null when it has no reading that was seen. */
export async function workOutKept(session: Session, document: number): Promise<KeptNow | null> {
  const row = await session.get<Row>(NOW, document)
  if (!row) return null
  const { published_value: value, published_precision: precision, ...kept } = row
  const published = value === null ? null : { value, precision: precision as DatePrecision }
  return { ...kept, published: publishedMoment(published) }
}

type Before = Readonly<{ reading: number | null; run: number | null; printed_by: string | null }>

async function refresh(session: Session, document: number): Promise<void> {
  const before = (await session.get<Before>(
    "SELECT reading, run, printed_by FROM documents WHERE number = $1",
    document,
  ))!
  const now = (await workOutKept(session, document))!
  const recount = before.run !== now.run || before.printed_by !== now.printed_by
  if (recount) await countSources(session, { run: before.run, publisher: before.printed_by, sign: -1 })
  await keep(session, document, now)
  if (before.reading !== now.reading) await indexDocument(session, document, before.reading !== null)
  if (recount) await countSources(session, { run: now.run, publisher: now.printed_by, sign: 1 })
}

const KEEP = `UPDATE documents SET reading = $2, text = $3, run = $4, printed_by = $5, published = $6, first_seen = $7,
  last_seen = $8, last_moment = $9, sightings = $10, shown = $11, doubtful = $12 WHERE number = $1`

const keep = (session: Session, document: number, now: KeptNow): Promise<unknown> =>
  session.all(KEEP, document, ...keptValues(now))
