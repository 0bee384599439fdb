import type { DatePrecision } from "../model/date.ts"
import { countSources } from "./count-sources.ts"
import { publishedMoment } from "./moment.ts"
import type { Store } from "./store.ts"

/** The newest model's run of a text, then the newest data's, then the one with the greatest id; null when it has none. */
export const currentRun = (store: Store, text: number): number | null =>
  store.get<{ number: number }>(
    "SELECT number FROM runs WHERE text = ? ORDER BY model_version DESC, data DESC, id DESC LIMIT 1",
    text,
  )?.number ?? null

/**
 * Work out a text's current run anew and keep it.
 * Numbers of the documents that it concerns; empty when the current run stays as it was.
 */
export function refreshText(store: Store, text: number): number[] {
  const before = store.get<{ run: number | null }>("SELECT run FROM texts WHERE number = ?", text)?.run ?? null
  const now = currentRun(store, text)!
  if (now === before) return []
  if (before !== null) {
    store.run(
      `INSERT INTO content_index (content_index, rowid, content)
        SELECT 'delete', number, content_words FROM attributions WHERE run = ?`,
      before,
    )
  }
  store.run("UPDATE texts SET run = ? WHERE number = ?", now, text)
  store.run(
    "INSERT INTO content_index (rowid, content) SELECT number, content_words FROM attributions WHERE run = ?",
    now,
  )
  return store
    .all<{ number: number }>("SELECT number FROM documents WHERE text = ?", text)
    .map((document) => document.number)
}

/** Work out all that is kept on documents, after their sightings, readings or runs have changed. */
export function refreshDocuments(store: Store, documents: readonly number[]): void {
  for (const document of documents) refresh(store, document)
}

type Before = Readonly<{ reading: number | null; run: number | null; printed_by: string | null }>

/** What a document's row keeps. */
export type KeptNow = Readonly<{
  reading: number
  text: number
  run: number | null
  printed_by: string | null
  published: number | null
  first_seen: string
  last_seen: string
  last_moment: number
  sightings: number
  shown: number
  doubtful: number
}>

// Current is the reading of the snapshot last seen, by the newest reader. Two sightings of one moment
// can be written in two ways (08:10:00Z, 08:10:00.000Z): the greater text then stands for both.
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
  JOIN texts ON texts.number = readings.text
  LEFT JOIN runs ON runs.number = texts.run AND readings.article
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
    now.reading,
    now.text,
    now.run,
    now.printed_by,
    now.published,
    now.first_seen,
    now.last_seen,
    now.last_moment,
    now.sightings,
    now.shown,
    now.doubtful,
    document,
  )
}
