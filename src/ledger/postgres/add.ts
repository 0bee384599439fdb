import { brotliCompressSync, constants } from "node:zlib"
import { type Attribution, type Run, runWithoutParties } from "../../model/attribution.ts"
import type { Document, Reading, Sighting } from "../../model/document.ts"
import type { Added, Entry } from "../../model/ledger.ts"
import type { Snapshot } from "../../model/snapshot.ts"
import { spanText } from "../../model/span.ts"
import type { Text } from "../../model/text.ts"
import { byPlace } from "../attribution-place.ts"
import { contentWords } from "../content-words.ts"
import { sourceForm, sourceKey } from "../source-form.ts"
import { refreshDocuments, refreshRuns } from "./current.ts"
import type { Session, Value } from "./store.ts"

/** A row's number, and whether it was put there just now. */
export type Row = Readonly<{ number: number; isNew: boolean }>

/** Write a checked entry, within a transaction that the caller holds. */
export async function addEntry(session: Session, entry: Entry): Promise<Added> {
  const snapshot = await addSnapshot(session, entry.snapshot)
  const text = await addText(session, entry.text)
  const document = await addDocument(session, entry.document)
  const reading = await addReading(session, entry.reading, { document, snapshot, text })
  await addSighting(session, entry.sighting, { document, snapshot })
  const run = entry.run
    ? ((await retakeSides(session, entry.run)) ?? (await addRun(session, entry.run, entry.text.value, text)))
    : null
  const printed = { text: text.number, anchor: entry.run?.anchor?.value ?? null }
  const stale = run?.isNew ? await refreshRuns(session, printed) : []
  await refreshDocuments(session, [...new Set([...stale, document.number])])
  return { document: document.isNew, reading: reading.isNew, text: text.isNew, run: run?.isNew ?? false }
}

type Table = "snapshots" | "texts" | "documents" | "readings" | "runs"
type Values = readonly (readonly [column: string, value: Value])[]

/** The row of an id, put there with these values where there is none; the caller keeps other writers away. */
async function known(session: Session, table: Table, columns: Values): Promise<Row> {
  const names = columns.map(([column]) => column)
  const values = columns.map((_, index) => `$${index + 1}`)
  // The second part sees the table as it was before the first: always one row in all.
  const row = await session.get<Row>(
    `WITH added AS (INSERT INTO ${table} (${names.join(", ")}) VALUES (${values.join(", ")})
      ON CONFLICT DO NOTHING RETURNING number)
    SELECT number, true AS "isNew" FROM added UNION ALL SELECT number, false FROM ${table} WHERE ${names[0]} = $1`,
    ...columns.map(([, value]) => value),
  )
  return row!
}

export const addSnapshot = (session: Session, { sha256, url, headers, fetched, bytes }: Snapshot): Promise<Row> =>
  known(session, "snapshots", [
    ["sha256", sha256],
    ["url", url],
    ["headers", JSON.stringify(headers)],
    ["fetched", fetched],
    ["bytes", compressed(bytes)],
  ])

// As in the SQLite ledger: pages shrink to a fifth in a millisecond.
const compressed = (bytes: Uint8Array): Uint8Array =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })

export const addText = (session: Session, { id, value }: Text): Promise<Row> =>
  known(session, "texts", [
    ["id", id],
    ["value", value],
  ])

export const addDocument = (session: Session, { id, url, publisher }: Document): Promise<Row> =>
  known(session, "documents", [
    ["id", id],
    ["url", url],
    ["publisher", publisher],
  ])

type Parents = Readonly<{ document: Row; snapshot: Row; text: Row }>

export const addReading = (session: Session, reading: Reading, { document, snapshot, text }: Parents): Promise<Row> =>
  known(session, "readings", [
    ["id", reading.id],
    ["document", document.number],
    ["snapshot", snapshot.number],
    ["reader", reading.reader],
    ["article", reading.article ? 1 : 0],
    ["not_article", reading.notArticle],
    ["title", reading.title],
    ["publisher", reading.publisher],
    ["bylines", JSON.stringify(reading.bylines)],
    ["published_value", reading.published?.value ?? null],
    ["published_precision", reading.published?.precision ?? null],
    ["language", reading.language],
    ["text", text.number],
    ["removed", JSON.stringify(reading.removed)],
    ["modified", reading.modified?.value ?? null],
    ["blocks", JSON.stringify(reading.blocks)],
    ["evidence", JSON.stringify(reading.evidence)],
  ])

export const addSighting = (
  session: Session,
  { url, at }: Sighting,
  { document, snapshot }: Omit<Parents, "text">,
): Promise<unknown> =>
  session.all(
    "INSERT INTO sightings (document, snapshot, url, at, moment) VALUES ($1, $2, $3, $4, $5)",
    document.number,
    snapshot.number,
    url,
    at,
    Date.parse(at),
  )

/** As of the SQLite ledger: a run that is held but for the table of parties takes the sides of the newer table. */
async function retakeSides(session: Session, { id, findings }: Run): Promise<Row | null> {
  const held = await findSameRun(session, id)
  if (!held) return null
  if (held.id !== id && findings.parties !== undefined)
    await session.all(
      "UPDATE runs SET id = $1, findings = $2 WHERE number = $3",
      id,
      JSON.stringify(findings),
      held.number,
    )
  return { number: held.number, isNew: false }
}

/** The run of that id, else one that differs in the table of parties alone; null when there is neither. */
export const findSameRun = async (
  session: Session,
  id: string,
): Promise<Readonly<{ number: number; id: string }> | null> =>
  (await session.get<{ number: number; id: string }>(
    "SELECT number, id FROM runs WHERE id >= $1 AND id < $1 || '.' ORDER BY id = $2 DESC, id DESC LIMIT 1",
    runWithoutParties(id),
    id,
  )) ?? null

export async function addRun(session: Session, run: Run, text: string, { number }: Row): Promise<Row> {
  const shown = run.attributions.filter((attribution) => attribution.shown).length
  const row = await known(session, "runs", [
    ["id", run.id],
    ["text", number],
    ["model_name", run.model.name],
    ["model_version", run.model.version],
    ["model_sha256", run.model.sha256],
    ["data", run.data],
    ["anchor", run.anchor?.value ?? null],
    ["findings", JSON.stringify(run.findings)],
    ["shown", shown],
    ["doubtful", run.attributions.length - shown],
  ])
  if (row.isNew && run.attributions.length > 0) await addAttributions(session, run, text, row.number)
  return row
}

const ADD_SOURCES = `INSERT INTO sources (key)
  SELECT DISTINCT key FROM unnest($1::text[]) AS given (key)
  WHERE NOT EXISTS (SELECT 1 FROM sources WHERE hashtextextended(sources.key, 0) = hashtextextended(given.key, 0)
    AND sources.key = given.key)`

/** Columns of a row in the order of the table, with the types that JSON does not tell. */
const COLUMNS = `position integer, place integer, id text, source_form text, source_start integer, source_end integer,
  cue_start integer, cue_end integer, content text, quotation text, act text, within text, speaker text,
  on_behalf_of text, confidence double precision, shown smallint, because text, content_words text`
const NAMES = COLUMNS.replace(/(\w+) (?:double precision|\w+)/g, "$1")

/** All in one statement: a page has dozens, and each question to the server costs its way there and back. */
const ADD_ATTRIBUTIONS = `INSERT INTO attributions (run, source, ${NAMES})
  SELECT $1, sources.number, ${NAMES.replace(/\w+/g, "given.$&")} FROM json_to_recordset($2) AS given (key text, ${COLUMNS})
  LEFT JOIN sources ON hashtextextended(sources.key, 0) = hashtextextended(given.key, 0) AND sources.key = given.key
  ORDER BY given.position`

async function addAttributions(session: Session, run: Run, text: string, number: number): Promise<void> {
  const places = new Map(byPlace(run.attributions).map((attribution, place) => [attribution.id, place]))
  const rows = run.attributions.map((attribution, position) => ({
    ...toRow(attribution, text),
    position,
    place: places.get(attribution.id) ?? 0,
  }))
  const keys = rows.map(({ key }) => key).filter((key) => key !== null)
  if (keys.length > 0) await session.all(ADD_SOURCES, keys)
  await session.all(ADD_ATTRIBUTIONS, number, JSON.stringify(rows))
}

function toRow(attribution: Attribution, text: string) {
  const { id, source, cue, quotation, act, within, speaker, confidence } = attribution
  const form = source ? sourceForm(spanText(text, source)) : ""
  return {
    ...{ id, quotation, act, within, speaker, confidence },
    key: form ? sourceKey(form) : null,
    source_form: form || null,
    source_start: source?.start ?? null,
    source_end: source?.end ?? null,
    cue_start: cue?.start ?? null,
    cue_end: cue?.end ?? null,
    content: JSON.stringify(attribution.content.map(({ start, end }) => [start, end])),
    on_behalf_of: attribution.onBehalfOf,
    shown: attribution.shown ? 1 : 0,
    because: JSON.stringify(attribution.because),
    content_words: contentWords(text, attribution),
  }
}
