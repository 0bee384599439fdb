import type { Run } from "../../model/attribution.ts"
import type { Document, Reading } from "../../model/document.ts"
import type { Clash, Holding, Merged } from "../../model/ledger.ts"
import { documentClash, missingSightings, readingClash, runClash, uniqueById } from "../clash.ts"
import type { New } from "../merge.ts"
import { READING, READING_TABLES, type ReadingRow, toReading } from "../rows.ts"
import { addDocument, addReading, addRun, addSighting, addSnapshot, addText, findSameRun } from "./add.ts"
import { refreshDocuments, refreshRuns } from "./current.ts"
import { findRun } from "./find-documents.ts"
import { findSightings } from "./find-holdings.ts"
import type { Session } from "./store.ts"

/** What is held under the ids of a holding: null where nothing is. */
type Held = Readonly<{
  document: (Document & { number: number }) | null
  readings: readonly (Reading | null)[]
  runs: readonly (Run | null)[]
}>

/** Compare a checked holding with what is held. */
export async function findNew(session: Session, holding: Holding): Promise<New> {
  const { snapshot, versions } = holding
  const runs = uniqueById(versions.flatMap((version) => version.runs))
  const texts = uniqueById(versions.map(({ text }) => text))
  const held = await findHeldParts(session, holding, runs)
  const clashes = clashesOf(held, holding, runs)
  const nothing = { documents: 0, readings: 0, texts: 0, runs: 0, sightings: 0, clashes }
  if (clashes.length > 0) return { merged: nothing, sightings: [] }
  const { known, seen } = (await session.get<{ known: number; seen: number | null }>(
    `SELECT (SELECT count(*) FROM texts WHERE id = ANY ($1)) AS known,
      (SELECT number FROM snapshots WHERE sha256 = $2) AS seen`,
    texts.map(({ id }) => id),
    snapshot.sha256,
  ))!
  const key = { document: held.document?.number ?? NONE, snapshot: seen ?? NONE }
  const sightings = missingSightings(await findSightings(session, key), holding.sightings)
  const merged = {
    documents: held.document ? 0 : 1,
    readings: held.readings.filter((reading) => !reading).length,
    texts: texts.length - known,
    runs: held.runs.filter((run) => !run).length,
    sightings: sightings.length,
    clashes,
  }
  return { merged, sightings }
}

/** No row has this number. */
const NONE = 0

const clashesOf = (held: Held, { document, versions }: Holding, runs: readonly Run[]): Clash[] =>
  [
    documentClash(held.document, document),
    ...versions.map(({ reading }, index) => readingClash(held.readings[index]!, reading)),
    ...runs.map((run, index) => runClash(held.runs[index]!, run)),
  ].filter((clash) => clash !== null)

async function findHeldParts(session: Session, { document, versions }: Holding, runs: readonly Run[]): Promise<Held> {
  const found = await session.get<Document & { number: number }>("SELECT * FROM documents WHERE id = $1", document.id)
  const held: { readings: (Reading | null)[]; runs: (Run | null)[] } = { readings: [], runs: [] }
  for (const { reading } of versions) held.readings.push(await findReading(session, reading.id))
  for (const { id } of runs) held.runs.push(await findRunOf(session, id))
  return { document: found ?? null, ...held }
}

async function findReading(session: Session, id: string): Promise<Reading | null> {
  const row = await session.get<ReadingRow>(`SELECT ${READING} FROM ${READING_TABLES} WHERE readings.id = $1`, id)
  return row ? toReading(row) : null
}

async function findRunOf(session: Session, id: string): Promise<Run | null> {
  const held = await findSameRun(session, id)
  return held && findRun(session, held.number)
}

/** `Ledger.merge` of a checked holding, within a transaction that the caller holds. */
export async function mergeHolding(session: Session, holding: Holding): Promise<Merged> {
  const { merged, sightings } = await findNew(session, holding)
  const { documents, readings, runs, clashes } = merged
  if (clashes.length > 0 || documents + readings + runs + sightings.length === 0) return merged
  const snapshot = await addSnapshot(session, holding.snapshot)
  const document = await addDocument(session, holding.document)
  const stale = new Set([document.number])
  for (const version of holding.versions) {
    const text = await addText(session, version.text)
    await addReading(session, version.reading, { document, snapshot, text })
    for (const run of version.runs) {
      if (!(await addRun(session, run, version.text.value, text)).isNew) continue
      const printed = { text: text.number, anchor: run.anchor?.value ?? null }
      for (const number of await refreshRuns(session, printed)) stale.add(number)
    }
  }
  for (const sighting of sightings) await addSighting(session, sighting, { document, snapshot })
  await refreshDocuments(session, [...stale])
  return merged
}
