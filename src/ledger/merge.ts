import type { Run } from "../model/attribution.ts"
import type { Document, Reading, Sighting } from "../model/document.ts"
import type { Holding, Merged } from "../model/ledger.ts"
import { addDocument, addReading, addRun, addSighting, addSnapshot, addText, findSameRun } from "./add.ts"
import { documentClash, missingSightings, readingClash, runClash, uniqueById } from "./clash.ts"
import { refreshDocuments, refreshRuns } from "./current.ts"
import { findRun } from "./find-documents.ts"
import { findSightings } from "./find-holdings.ts"
import { READING, READING_TABLES, type ReadingRow, toReading } from "./rows.ts"
import type { Store } from "./store.ts"

/** What of a holding is new; nothing where something clashes. */
export type New = Readonly<{ merged: Merged; sightings: readonly Sighting[] }>

/** Compare a checked holding with what is held. */
export function findNew(store: Store, holding: Holding): New {
  const { document, snapshot, versions } = holding
  const runs = uniqueById(versions.flatMap((version) => version.runs))
  const texts = uniqueById(versions.map(({ text }) => text))
  const held = {
    document: store.get<Document>("SELECT id, url FROM documents WHERE id = ?", document.id) ?? null,
    readings: versions.map(({ reading }) => findReading(store, reading.id)),
    runs: runs.map(({ id }) => findRunOf(store, id)),
  }
  const clashes = [
    documentClash(held.document, document),
    ...versions.map(({ reading }, index) => readingClash(held.readings[index]!, reading)),
    ...runs.map((run, index) => runClash(held.runs[index]!, run)),
  ].filter((clash) => clash !== null)
  const nothing = { documents: 0, readings: 0, texts: 0, runs: 0, sightings: 0, clashes }
  if (clashes.length > 0) return { merged: nothing, sightings: [] }
  const key = {
    document: numberOf(store, "SELECT number FROM documents WHERE id = ?", document.id),
    snapshot: numberOf(store, "SELECT number FROM snapshots WHERE sha256 = ?", snapshot.sha256),
  }
  const sightings = missingSightings(findSightings(store, key), holding.sightings)
  const merged = {
    documents: held.document ? 0 : 1,
    readings: held.readings.filter((reading) => !reading).length,
    texts: texts.filter(({ id }) => numberOf(store, "SELECT number FROM texts WHERE id = ?", id) === NONE).length,
    runs: held.runs.filter((run) => !run).length,
    sightings: sightings.length,
    clashes,
  }
  return { merged, sightings }
}

/** `Ledger.merge` of a checked holding, within a transaction that the caller holds. */
export function mergeHolding(store: Store, holding: Holding): Merged {
  const { merged, sightings } = findNew(store, holding)
  const { documents, readings, runs, clashes } = merged
  if (clashes.length > 0 || documents + readings + runs + sightings.length === 0) return merged
  const snapshot = addSnapshot(store, holding.snapshot)
  const document = addDocument(store, holding.document)
  const stale = new Set([document.number])
  for (const version of holding.versions) {
    const text = addText(store, version.text)
    addReading(store, version.reading, { document, snapshot, text })
    for (const run of version.runs) {
      if (!addRun(store, run, version.text.value, text).isNew) continue
      const printed = { text: text.number, anchor: run.anchor?.value ?? null }
      for (const number of refreshRuns(store, printed)) stale.add(number)
    }
  }
  for (const sighting of sightings) addSighting(store, sighting, { document, snapshot })
  refreshDocuments(store, [...stale])
  return merged
}

/** No row has this number. */
const NONE = 0

const numberOf = (store: Store, sql: string, id: string): number =>
  store.get<{ number: number }>(sql, id)?.number ?? NONE

function findReading(store: Store, id: string): Reading | null {
  const row = store.get<ReadingRow>(`SELECT ${READING} FROM ${READING_TABLES} WHERE readings.id = ?`, id)
  return row ? toReading(row) : null
}

function findRunOf(store: Store, id: string): Run | null {
  const held = findSameRun(store, id)
  return held && findRun(store, held.number)
}
