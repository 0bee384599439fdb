import type { Document, Sighting } from "../../model/document.ts"
import type { HeldVersion, Holding, HoldingPage } from "../../model/ledger.ts"
import { toPage } from "../page.ts"
import { READING, READING_TABLES, type ReadingRow, type SnapshotRow, toReading, toSnapshotRecord } from "../rows.ts"
import { findRun } from "./find-documents.ts"
import type { Session } from "./store.ts"

type Key = Readonly<{ document: number; snapshot: number }>

const KEYS = `SELECT documents.number AS document, snapshots.number AS snapshot
  FROM documents JOIN snapshots ON snapshots.number IN
    (SELECT readings.snapshot FROM readings WHERE readings.document = documents.number)
  WHERE documents.id >= $1 AND (documents.id > $1 OR snapshots.sha256 > $2)
  ORDER BY documents.id, snapshots.sha256 LIMIT $3`

/** `Ledger.holdings`. */
export async function findHoldings(session: Session, { after, limit }: HoldingPage): Promise<Holding[]> {
  const { limit: most } = toPage({ limit: limit ?? 100 })
  const keys = await session.all<Key>(KEYS, after?.document ?? "", after?.snapshot ?? "", most)
  const holdings: Holding[] = []
  for (const key of keys) holdings.push(await holdingOf(session, key))
  return holdings
}

type VersionRow = ReadingRow & Readonly<{ text: number; value: string }>

async function holdingOf(session: Session, { document, snapshot }: Key): Promise<Holding> {
  const rows = await session.all<VersionRow>(
    `SELECT ${READING}, texts.number AS text, texts.value FROM ${READING_TABLES}
      WHERE readings.document = $1 AND readings.snapshot = $2 ORDER BY readings.reader`,
    document,
    snapshot,
  )
  const versions: HeldVersion[] = []
  for (const row of rows) versions.push(await toVersion(session, row))
  const [held, bytes] = [
    await session.get<Document>("SELECT id, url, publisher FROM documents WHERE number = $1", document),
    await session.get<SnapshotRow>("SELECT * FROM snapshots WHERE number = $1", snapshot),
  ]
  const sightings = await findSightings(session, { document, snapshot })
  return { document: held!, snapshot: toSnapshotRecord(bytes!), versions, sightings }
}

async function toVersion(session: Session, row: VersionRow): Promise<HeldVersion> {
  const numbers = await session.all<{ number: number }>("SELECT number FROM runs WHERE text = $1 ORDER BY id", row.text)
  const runs = []
  for (const { number } of numbers) runs.push(await findRun(session, number))
  return { reading: toReading(row), text: { id: row.text_id, value: row.value }, runs }
}

/** Of one document and snapshot, by their rows. */
export const findSightings = (session: Session, { document, snapshot }: Key): Promise<Sighting[]> =>
  session.all<Sighting>(
    `SELECT documents.id AS document, snapshots.sha256 AS snapshot, sightings.url, sightings.at
      FROM sightings JOIN documents ON documents.number = sightings.document
      JOIN snapshots ON snapshots.number = sightings.snapshot
      WHERE sightings.document = $1 AND sightings.snapshot = $2
      ORDER BY sightings.moment, sightings.at, sightings.url`,
    document,
    snapshot,
  )
