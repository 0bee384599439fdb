import { brotliDecompressSync } from "node:zlib"
import type { Act, Attribution, QuotationKind, Run } from "../model/attribution.ts"
import { type DatePrecision, type PublishedDate, parseDate } from "../model/date.ts"
import type { Reading, Removed } from "../model/document.ts"
import { NO_FINDINGS } from "../model/findings.ts"
import type { DocumentHead, DocumentView } from "../model/ledger.ts"
import type { Snapshot } from "../model/snapshot.ts"
import type { Span } from "../model/span.ts"

/** Columns of a document's head and, from `current`, of all that a list of documents shows. */
export const HEAD = `documents.id AS document_id, documents.url AS document_url, documents.printed_by, readings.title,
  readings.published_value, readings.published_precision`

export type HeadRow = Readonly<{
  document_id: string
  document_url: string | null
  printed_by: string | null
  title: string | null
  published_value: string | null
  published_precision: string | null
}>

export const toHead = (row: HeadRow): DocumentHead => ({
  id: row.document_id,
  url: row.document_url,
  title: row.title,
  publisher: row.printed_by,
  published: toPublished(row),
})

const toPublished = (row: Pick<HeadRow, "published_value" | "published_precision">): PublishedDate | null =>
  row.published_value === null
    ? null
    : { value: row.published_value, precision: row.published_precision as DatePrecision }

export const READING = `readings.id, documents.id AS document_id, snapshots.sha256, readings.reader, readings.article,
  readings.not_article, readings.title, readings.publisher, readings.bylines, readings.published_value,
  readings.published_precision, readings.language, texts.id AS text_id, readings.removed, readings.modified, readings.blocks,
  readings.evidence`

const CURRENT_READING = `JOIN readings ON readings.number = documents.reading
  JOIN snapshots ON snapshots.number = readings.snapshot JOIN texts ON texts.number = readings.text`

/** Each document with its current reading; `documents`: all, or what gives those that are asked for. */
export const currentOf = (documents = "documents"): string => `${documents} ${CURRENT_READING}`

export const READING_TABLES = `readings JOIN documents ON documents.number = readings.document
  JOIN snapshots ON snapshots.number = readings.snapshot JOIN texts ON texts.number = readings.text`

export type ReadingRow = Readonly<{
  id: string
  document_id: string
  sha256: string
  reader: number
  article: number
  not_article: string | null
  title: string | null
  publisher: string | null
  bylines: string
  published_value: string | null
  published_precision: string | null
  language: string | null
  text_id: string
  removed: string
  /** These three are null in readings of an earlier program. */
  modified: string | null
  blocks: string | null
  evidence: string | null
}>

export const toReading = (row: ReadingRow): Reading => ({
  id: row.id,
  document: row.document_id,
  snapshot: row.sha256,
  reader: row.reader,
  article: row.article === 1,
  notArticle: row.not_article,
  title: row.title,
  publisher: row.publisher,
  bylines: JSON.parse(row.bylines),
  published: toPublished(row),
  language: row.language,
  text: row.text_id,
  removed: (JSON.parse(row.removed) as Removed[]).map((removed) => ({ ...OF_OLD, ...removed })),
  modified: row.modified === null ? null : parseDate(row.modified),
  blocks: JSON.parse(row.blocks ?? "[]"),
  evidence: JSON.parse(row.evidence ?? "[]"),
})

/** What an earlier program did not keep of what it removed. */
const OF_OLD = { score: null, at: 0 }

export const VIEW = `${READING}, documents.url AS document_url, documents.publisher AS document_publisher,
  documents.first_seen, documents.last_seen, documents.sightings, documents.shown, documents.doubtful, documents.run`

export type ViewRow = ReadingRow &
  Readonly<{
    document_url: string | null
    document_publisher: string | null
    first_seen: string
    last_seen: string
    sightings: number
    shown: number
    doubtful: number
    run: number | null
  }>

export const toView = (row: ViewRow): DocumentView => ({
  document: { id: row.document_id, url: row.document_url, publisher: row.document_publisher },
  reading: toReading(row),
  firstSeen: row.first_seen,
  lastSeen: row.last_seen,
  sightings: row.sightings,
  shown: row.shown,
  doubtful: row.doubtful,
  attributed: row.run !== null,
})

export type AttributionRow = Readonly<{
  id: string
  source_start: number | null
  source_end: number | null
  cue_start: number | null
  cue_end: number | null
  content: string
  quotation: string
  act: string
  within: string | null
  speaker: string | null
  on_behalf_of: string | null
  confidence: number
  shown: number
  because: string
}>

export const ATTRIBUTION = `attributions.id, attributions.source_start, attributions.source_end,
  attributions.cue_start, attributions.cue_end, attributions.content, attributions.quotation, attributions.act,
  attributions.within, attributions.speaker, attributions.on_behalf_of, attributions.confidence, attributions.shown,
  attributions.because`

export const toAttribution = (row: AttributionRow): Attribution => ({
  id: row.id,
  source: toSpan(row.source_start, row.source_end),
  cue: toSpan(row.cue_start, row.cue_end),
  content: (JSON.parse(row.content) as [number, number][]).map(([start, end]) => ({ start, end })),
  quotation: row.quotation as QuotationKind,
  act: row.act as Act,
  within: row.within,
  speaker: row.speaker,
  onBehalfOf: row.on_behalf_of,
  confidence: row.confidence,
  shown: row.shown === 1,
  because: JSON.parse(row.because),
})

const toSpan = (start: number | null, end: number | null): Span | null =>
  start === null || end === null ? null : { start, end }

export type RunRow = Readonly<{
  number: number
  id: string
  text_id: string
  model_name: string
  model_version: number
  model_sha256: string
  data: number
  anchor: string | null
  findings: string | null
}>

export const toRun = (row: RunRow, attributions: readonly Attribution[]): Run => ({
  id: row.id,
  text: row.text_id,
  model: { name: row.model_name, version: row.model_version, sha256: row.model_sha256 },
  data: row.data,
  anchor: row.anchor === null ? null : parseDate(row.anchor),
  attributions,
  findings: row.findings === null ? NO_FINDINGS : JSON.parse(row.findings),
})

export type SnapshotRow = Readonly<{
  sha256: string
  url: string | null
  headers: string
  fetched: string
  bytes: Uint8Array
}>

export const toSnapshotRecord = (row: SnapshotRow): Snapshot => ({
  sha256: row.sha256,
  bytes: new Uint8Array(brotliDecompressSync(row.bytes)),
  url: row.url,
  headers: JSON.parse(row.headers),
  fetched: row.fetched,
})
