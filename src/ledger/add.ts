import { brotliCompressSync, constants } from "node:zlib"
import { type Attribution, type Run, runWithoutParties } from "../model/attribution.ts"
import type { Document, Reading, Sighting } from "../model/document.ts"
import type { Added, Entry } from "../model/ledger.ts"
import type { Snapshot } from "../model/snapshot.ts"
import { spanText } from "../model/span.ts"
import type { Text } from "../model/text.ts"
import { byPlace } from "./attribution-place.ts"
import { contentWords } from "./content-words.ts"
import { refreshDocuments, refreshRuns } from "./current.ts"
import { sourceForm, sourceKey } from "./source-form.ts"
import type { Store } from "./store.ts"

/** A row's number, and whether it was put there just now. */
type Row = Readonly<{ number: number; isNew: boolean }>

/** Write a checked entry, within a transaction that the caller holds. */
export function addEntry(store: Store, entry: Entry): Added {
  const snapshot = addSnapshot(store, entry.snapshot)
  const text = addText(store, entry.text)
  const document = addDocument(store, entry.document)
  const reading = addReading(store, entry.reading, { document, snapshot, text })
  addSighting(store, entry.sighting, { document, snapshot })
  const run = entry.run ? (retakeSides(store, entry.run) ?? addRun(store, entry.run, entry.text.value, text)) : null
  const printed = { text: text.number, anchor: entry.run?.anchor?.value ?? null }
  const stale = run?.isNew ? refreshRuns(store, printed) : []
  refreshDocuments(store, [...new Set([...stale, document.number])])
  return { document: document.isNew, reading: reading.isNew, text: text.isNew, run: run?.isNew ?? false }
}

type Table = "snapshots" | "texts" | "documents" | "readings" | "runs"

function known(store: Store, table: Table, id: string, add: () => number): Row {
  const column = table === "snapshots" ? "sha256" : "id"
  const row = store.get<{ number: number }>(`SELECT number FROM ${table} WHERE ${column} = ?`, id)
  return row ? { number: row.number, isNew: false } : { number: add(), isNew: true }
}

export const addSnapshot = (store: Store, { sha256, url, headers, fetched, bytes }: Snapshot): Row =>
  known(store, "snapshots", sha256, () =>
    store.run(
      "INSERT INTO snapshots (sha256, url, headers, fetched, bytes) VALUES (?, ?, ?, ?, ?)",
      sha256,
      url,
      JSON.stringify(headers),
      fetched,
      compressed(bytes),
    ),
  )

// Quality 5: pages shrink to a fifth in a millisecond; 11 takes fifty times as long for a tenth less.
const compressed = (bytes: Uint8Array): Uint8Array =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })

export const addText = (store: Store, { id, value }: Text): Row =>
  known(store, "texts", id, () => store.run("INSERT INTO texts (id, value) VALUES (?, ?)", id, value))

export const addDocument = (store: Store, { id, url, publisher }: Document): Row =>
  known(store, "documents", id, () =>
    store.run("INSERT INTO documents (id, url, publisher) VALUES (?, ?, ?)", id, url, publisher),
  )

type Parents = Readonly<{ document: Row; snapshot: Row; text: Row }>

export const addReading = (store: Store, reading: Reading, { document, snapshot, text }: Parents): Row =>
  known(store, "readings", reading.id, () =>
    store.run(
      `INSERT INTO readings (id, document, snapshot, reader, article, not_article, title, publisher, bylines,
        published_value, published_precision, language, text, removed, modified, blocks, evidence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      reading.id,
      document.number,
      snapshot.number,
      reading.reader,
      reading.article ? 1 : 0,
      reading.notArticle,
      reading.title,
      reading.publisher,
      JSON.stringify(reading.bylines),
      reading.published?.value ?? null,
      reading.published?.precision ?? null,
      reading.language,
      text.number,
      JSON.stringify(reading.removed),
      reading.modified?.value ?? null,
      JSON.stringify(reading.blocks),
      JSON.stringify(reading.evidence),
    ),
  )

export const addSighting = (
  store: Store,
  { url, at }: Sighting,
  { document, snapshot }: Omit<Parents, "text">,
): number =>
  store.run(
    "INSERT INTO sightings (document, snapshot, url, at, moment) VALUES (?, ?, ?, ?, ?)",
    document.number,
    snapshot.number,
    url,
    at,
    Date.parse(at),
  )

/**
 * A run that is held but for the table of parties: it stays one, with the sides of the newer table; what was read without
 * a table does not take sides away. Null when none is held.
 */
function retakeSides(store: Store, { id, findings }: Run): Row | null {
  const held = findSameRun(store, id)
  if (!held) return null
  if (held.id !== id && findings.parties !== undefined)
    store.run("UPDATE runs SET id = ?, findings = ? WHERE number = ?", id, JSON.stringify(findings), held.number)
  return { number: held.number, isNew: false }
}

/** The run of that id, else one that differs in the table of parties alone; null when there is neither. */
export const findSameRun = (store: Store, id: string): Readonly<{ number: number; id: string }> | null =>
  // What begins with an id and a hyphen lies between that id and the id with the character after the hyphen.
  store.get<{ number: number; id: string }>(
    "SELECT number, id FROM runs WHERE id >= ?1 AND id < ?1 || '.' ORDER BY id = ?2 DESC, id DESC LIMIT 1",
    runWithoutParties(id),
    id,
  ) ?? null

export function addRun(store: Store, run: Run, text: string, { number }: Row): Row {
  return known(store, "runs", run.id, () => {
    const shown = run.attributions.filter((attribution) => attribution.shown).length
    const added = store.run(
      `INSERT INTO runs (id, text, model_name, model_version, model_sha256, data, anchor, findings, shown, doubtful)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      run.id,
      number,
      run.model.name,
      run.model.version,
      run.model.sha256,
      run.data,
      run.anchor?.value ?? null,
      JSON.stringify(run.findings),
      shown,
      run.attributions.length - shown,
    )
    const places = new Map(byPlace(run.attributions).map((attribution, place) => [attribution.id, place]))
    for (const [position, attribution] of run.attributions.entries()) {
      addAttribution(store, attribution, { run: added, text, position, place: places.get(attribution.id) ?? 0 })
    }
    return added
  })
}

type Place = Readonly<{ run: number; text: string; position: number; place: number }>

function addAttribution(store: Store, attribution: Attribution, { run, text, position, place }: Place): void {
  const { source, cue } = attribution
  const form = source ? sourceForm(spanText(text, source)) : ""
  store.run(
    `INSERT INTO attributions (run, position, place, id, source, source_form, source_start, source_end, cue_start,
      cue_end, content, quotation, act, within, speaker, on_behalf_of, confidence, shown, because, content_words)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    run,
    position,
    place,
    attribution.id,
    form ? addSource(store, sourceKey(form)) : null,
    form || null,
    source?.start ?? null,
    source?.end ?? null,
    cue?.start ?? null,
    cue?.end ?? null,
    JSON.stringify(attribution.content.map(({ start, end }) => [start, end])),
    attribution.quotation,
    attribution.act,
    attribution.within,
    attribution.speaker,
    attribution.onBehalfOf,
    attribution.confidence,
    attribution.shown ? 1 : 0,
    JSON.stringify(attribution.because),
    contentWords(text, attribution),
  )
}

function addSource(store: Store, key: string): number {
  const row = store.get<{ number: number }>("SELECT number FROM sources WHERE key = ?", key)
  return row?.number ?? store.run("INSERT INTO sources (key) VALUES (?)", key)
}
