import type { Run } from "../model/attribution.ts"
import type { Document, Sighting } from "../model/document.ts"
import type { LoggedJudgement } from "../model/judgement.ts"
import type { Problem } from "../model/ledger.ts"
import { spanText } from "../model/span.ts"
import type { Text } from "../model/text.ts"
import { byPlace } from "./attribution-place.ts"
import { isChained } from "./chain.ts"
import { documentProblems, readingProblems, runProblems, snapshotProblems, textProblems } from "./check.ts"
import { contentWords } from "./content-words.ts"
import { findRun } from "./find-documents.ts"
import { findJudgements } from "./judgements.ts"
import { problem } from "./problem.ts"
import { READING, READING_TABLES, type ReadingRow, type SnapshotRow, toReading, toSnapshotRecord } from "./rows.ts"
import { sourceForm, sourceKey } from "./source-form.ts"
import type { Store } from "./store.ts"

/** One table, gone through row by row: `sql` gives the rows after a number, `problemsOf` what is wrong with one. */
export type Inspection = Readonly<{
  table: string
  sql: string
  problemsOf: (store: Store, row: never) => Problem[]
}>

const inspection = <Row>(
  table: string,
  sql: string,
  problemsOf: (store: Store, row: Row) => Problem[],
): Inspection => ({
  table,
  sql,
  problemsOf: problemsOf as Inspection["problemsOf"],
})

/** Whether every record still is what its id says, and stands where it says. */
export const RECORD_INSPECTIONS: readonly Inspection[] = [
  inspection<SnapshotRow>("snapshots", "SELECT * FROM snapshots WHERE number > ? ORDER BY number LIMIT 50", (_, row) =>
    snapshotProblems(toSnapshotRecord(row)),
  ),
  inspection<Text>("texts", "SELECT number, id, value FROM texts WHERE number > ? ORDER BY number LIMIT 50", (_, row) =>
    textProblems(row),
  ),
  inspection<Document>("documents", "SELECT * FROM documents WHERE number > ? ORDER BY number LIMIT 500", (_, row) =>
    documentProblems(row),
  ),
  inspection<ReadingRow>(
    "readings",
    `SELECT ${READING}, readings.number FROM ${READING_TABLES} WHERE readings.number > ? ORDER BY readings.number LIMIT 200`,
    (_, row) => readingProblems(toReading(row)),
  ),
  inspection<Sighting & { number: number; moment: number }>(
    "sightings",
    "SELECT number, at, moment FROM sightings WHERE number > ? ORDER BY number LIMIT 500",
    (_, { number, at, moment }) =>
      Date.parse(at) === moment
        ? []
        : [problem("time", `its time is "${at}", its order ${moment}`, `sighting ${number}`)],
  ),
  inspection<{ number: number }>(
    "runs",
    "SELECT number FROM runs WHERE number > ? ORDER BY number LIMIT 50",
    runRowProblems,
  ),
]

function runRowProblems(store: Store, { number }: { number: number }): Problem[] {
  const run = findRun(store, number)
  const { value } = store.get<Text>("SELECT texts.value FROM texts WHERE id = ?", run.text)!
  return [...runProblems(run, value), ...wordProblems(store, number, value)]
}

export type WordsRow = Readonly<{
  position: number
  place: number
  key: string | null
  source_form: string | null
  content_words: string
}>

/** Whether the words that are kept beside the spans for searching are the words at the spans. */
function wordProblems(store: Store, number: number, text: string): Problem[] {
  const rows = store.all<WordsRow>(
    `SELECT position, place, sources.key, source_form, content_words FROM attributions
      LEFT JOIN sources ON sources.number = attributions.source WHERE run = ? ORDER BY position`,
    number,
  )
  return keptWordProblems(findRun(store, number), text, rows)
}

/** The rows of a run's attributions, in the order of their positions. */
export function keptWordProblems(run: Run, text: string, rows: readonly WordsRow[]): Problem[] {
  const placed = byPlace(run.attributions)
  return run.attributions.flatMap((attribution, index) => {
    const form = attribution.source ? sourceForm(spanText(text, attribution.source)) : ""
    const row = rows[index]
    const isRight =
      row?.position === index &&
      placed[row.place] === attribution &&
      row.content_words === contentWords(text, attribution) &&
      row.source_form === (form || null) &&
      row.key === (form ? sourceKey(form) : null)
    if (isRight) return []
    return [
      problem("words", "the words kept for searching are not those at its spans", `attribution ${attribution.id}`),
    ]
  })
}

export function judgementProblems(store: Store): Problem[] {
  const last = store.get<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'judgements'")?.seq ?? 0
  return chainProblems(findJudgements(store), last)
}

/** Whether the judgements are numbered without a gap, chained, and none was taken from the end; `last`: how many were added. */
export function chainProblems(judgements: readonly LoggedJudgement[], last: number): Problem[] {
  const broken = judgements.flatMap((judgement, index) => {
    if (isChained(judgement, judgements[index - 1] ?? null)) return []
    return [
      problem(
        "judgement-chain",
        "it does not follow on the one before, or was changed",
        `judgement ${judgement.number}`,
      ),
    ]
  })
  const missing =
    last === judgements.length
      ? []
      : [problem("judgement-missing", `${last} were added, ${judgements.length} are there`, "judgements")]
  return [...broken, ...missing]
}
