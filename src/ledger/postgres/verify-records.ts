import type { Document, Sighting } from "../../model/document.ts"
import type { Problem } from "../../model/ledger.ts"
import type { Text } from "../../model/text.ts"
import { documentProblems, readingProblems, runProblems, snapshotProblems, textProblems } from "../check.ts"
import { problem } from "../problem.ts"
import { READING, READING_TABLES, type ReadingRow, type SnapshotRow, toReading, toSnapshotRecord } from "../rows.ts"
import { keptWordProblems, type WordsRow } from "../verify-records.ts"
import { findRun } from "./find-documents.ts"
import type { Session } from "./store.ts"

/** One table, gone through row by row: `sql` gives the rows after a number, `problemsOf` what is wrong with one. */
export type Inspection = Readonly<{
  table: string
  sql: string
  problemsOf: (session: Session, row: never) => Problem[] | Promise<Problem[]>
}>

export const inspection = <Row>(
  table: string,
  sql: string,
  problemsOf: (session: Session, row: Row) => Problem[] | Promise<Problem[]>,
): Inspection => ({ table, sql, problemsOf: problemsOf as Inspection["problemsOf"] })

const after = (table: string, limit: number, columns = "*"): string =>
  `SELECT ${columns} FROM ${table} WHERE number > $1 ORDER BY number LIMIT ${limit}`

/** Whether every record still is what its id says, and stands where it says. */
export const RECORD_INSPECTIONS: readonly Inspection[] = [
  inspection<SnapshotRow>("snapshots", after("snapshots", 50), (_, row) => snapshotProblems(toSnapshotRecord(row))),
  inspection<Text>("texts", after("texts", 50), (_, row) => textProblems(row)),
  inspection<Document>("documents", after("documents", 500), (_, row) => documentProblems(row)),
  inspection<ReadingRow>(
    "readings",
    `SELECT ${READING}, readings.number FROM ${READING_TABLES} WHERE readings.number > $1
      ORDER BY readings.number LIMIT 200`,
    (_, row) => readingProblems(toReading(row)),
  ),
  inspection<Sighting & { number: number; moment: number }>(
    "sightings",
    after("sightings", 500, "number, at, moment"),
    (_, { number, at, moment }) =>
      Date.parse(at) === moment
        ? []
        : [problem("time", `its time is "${at}", its order ${moment}`, `sighting ${number}`)],
  ),
  inspection<{ number: number }>("runs", after("runs", 50, "number"), runRowProblems),
]

const WORDS = `SELECT position, place, sources.key, source_form, content_words FROM attributions
  LEFT JOIN sources ON sources.number = attributions.source WHERE run = $1 ORDER BY position`

async function runRowProblems(session: Session, { number }: { number: number }): Promise<Problem[]> {
  const run = await findRun(session, number)
  const { value } = (await session.get<Text>("SELECT value FROM texts WHERE id = $1", run.text))!
  return [...runProblems(run, value), ...keptWordProblems(run, value, await session.all<WordsRow>(WORDS, number))]
}
