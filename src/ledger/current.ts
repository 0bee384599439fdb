import type { DatePrecision } from "../model/date.ts"
import { countSources } from "./count-sources.ts"
import { type KeptNow, keptValues } from "./kept-now.ts"
import { publishedMoment } from "./moment.ts"
import type { Store } from "./store.ts"

/** A text as it was printed on one day; no `anchor`: its times were resolved against none. */
export type Printed = Readonly<{ text: number; anchor: string | null }>

/** The newest model's run of a text with that anchor, then the newest data's, then the one with the greatest id; null when it has none. */
export const newestRun = (store: Store, { text, anchor }: Printed): number | null =>
  store.get<{ number: number }>(
    "SELECT number FROM runs WHERE text = ? AND anchor IS ? ORDER BY model_version DESC, data DESC, id DESC LIMIT 1",
    text,
    anchor,
  )?.number ?? null

/**
 * Work out anew which run of a text and anchor is current, and keep it.
 * Numbers of the documents that it concerns; empty when the current run stays as it was.
 */
export function refreshRuns(store: Store, printed: Printed): number[] {
  const { text, anchor } = printed
  const before = store.get<{ number: number }>(
    "SELECT number FROM runs WHERE text = ? AND anchor IS ? AND current = 1",
    text,
    anchor,
  )?.number
  const now = newestRun(store, printed)!
  if (now === before) return []
  if (before !== undefined) {
    store.run(
      `INSERT INTO content_index (content_index, rowid, content)
        SELECT 'delete', number, content_words FROM attributions WHERE run = ?`,
      before,
    )
    store.run("UPDATE runs SET current = 0 WHERE number = ?", before)
  }
  store.run("UPDATE runs SET current = 1 WHERE number = ?", now)
  store.run(
    "INSERT INTO content_index (rowid, content) SELECT number, content_words FROM attributions WHERE run = ?",
    now,
  )
  return documentsOf(store, printed)
}

/** Those that may have it as their current run: of the same day, or of any where it has no anchor. */
const documentsOf = (store: Store, { text, anchor }: Printed): number[] =>
  store
    .all<{ number: number }>(
      `SELECT documents.number FROM documents JOIN readings ON readings.number = documents.reading
        WHERE documents.text = ?1 AND (?2 IS NULL OR readings.published_value = ?2)`,
      text,
      anchor,
    )
    .map(({ number }) => number)

/** Work out all that is kept on documents, after their sightings, readings or runs have changed. */
export function refreshDocuments(store: Store, documents: readonly number[]): void {
  for (const document of documents) refresh(store, document)
}

type Before = Readonly<{ reading: number | null; run: number | null; printed_by: string | null }>

// Current is the reading of the snapshot last seen, by the newest reader. Two sightings of one moment
// can be written in two ways (08:10:00Z, 08:10:00.000Z): the greater text then stands for both.
// Its run is the one whose times were resolved against the reading's date, else one of no date.
const NOW = `
  SELECT readings.number AS reading, readings.text, runs.number AS run,
    coalesce(readings.publisher, documents.publisher) AS printed_by,
    readings.published_value, readings.published_precision,
    (SELECT at FROM sightings WHERE document = documents.number ORDER BY moment, at DESC LIMIT 1) AS first_seen,
    (SELECT at FROM sightings WHERE document = documents.number ORDER BY moment DESC, at DESC LIMIT 1) AS last_seen,
    (SELECT max(moment) FROM sightings WHERE document = documents.number) AS last_moment,
    (SELECT count(*) FROM sightings WHERE document = documents.number) AS sightings,
    coalesce(runs.shown, 0) AS shown, coalesce(runs.doubtful, 0) AS doubtful
  FROM documents
  JOIN readings ON readings.document = documents.number AND readings.snapshot = (
    SELECT sightings.snapshot FROM sightings JOIN snapshots ON snapshots.number = sightings.snapshot
    WHERE sightings.document = documents.number ORDER BY moment DESC, sha256 DESC LIMIT 1)
  LEFT JOIN runs ON readings.article AND runs.number = (
    SELECT number FROM runs WHERE runs.text = readings.text AND runs.current = 1
      AND (anchor IS NULL OR anchor = readings.published_value) ORDER BY anchor IS NULL LIMIT 1)
  WHERE documents.number = ?
  ORDER BY readings.reader DESC LIMIT 1`

type Row = Omit<KeptNow, "published"> & Readonly<{ published_value: string | null; published_precision: string | null }>

/** Work out what a document's row must keep; null when it has no reading that was seen. */
export function workOutKept(store: Store, document: number): KeptNow | null {
  const row = store.get<Row>(NOW, document)
  if (!row) return null
  const { published_value: value, published_precision: precision, ...kept } = row
  const published = value === null ? null : { value, precision: precision as DatePrecision }
  return { ...kept, published: publishedMoment(published) }
}

function refresh(store: Store, document: number): void {
  const before = store.get<Before>("SELECT reading, run, printed_by FROM documents WHERE number = ?", document)!
  const now = workOutKept(store, document)!
  const recount = before.run !== now.run || before.printed_by !== now.printed_by
  if (recount) countSources(store, { run: before.run, publisher: before.printed_by, sign: -1 })
  if (before.reading !== now.reading) reindex(store, document, before.reading, () => keep(store, document, now))
  else keep(store, document, now)
  if (recount) countSources(store, { run: now.run, publisher: now.printed_by, sign: 1 })
}

function reindex(store: Store, document: number, before: number | null, change: () => void): void {
  if (before !== null) {
    store.run(
      `INSERT INTO document_index (document_index, rowid, title, text)
        SELECT 'delete', number, title, text FROM document_words WHERE number = ?`,
      document,
    )
  }
  change()
  store.run(
    "INSERT INTO document_index (rowid, title, text) SELECT number, title, text FROM document_words WHERE number = ?",
    document,
  )
}

function keep(store: Store, document: number, now: KeptNow): void {
  store.run(
    `UPDATE documents SET reading = ?, text = ?, run = ?, printed_by = ?, published = ?, first_seen = ?,
      last_seen = ?, last_moment = ?, sightings = ?, shown = ?, doubtful = ? WHERE number = ?`,
    ...keptValues(now),
    document,
  )
}
