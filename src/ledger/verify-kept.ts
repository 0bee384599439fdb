import type { Problem } from "../model/ledger.ts"
import { newestRun, type Printed, workOutKept } from "./current.ts"
import { sqliteCode } from "./failure.ts"
import { problem } from "./problem.ts"
import { SOURCE_COUNTS } from "./source-counts.ts"
import type { Store } from "./store.ts"
import type { Inspection } from "./verify-records.ts"

type DocumentRow = Readonly<{ number: number; id: string }> & Readonly<Record<string, unknown>>

/** Whether what is kept on documents and runs is what working it out anew gives. */
export const KEPT_INSPECTIONS: readonly Inspection[] = [
  {
    table: "documents",
    sql: "SELECT * FROM documents WHERE number > ? ORDER BY number LIMIT 500",
    problemsOf: (store, row: DocumentRow) => {
      const kept = workOutKept(store, row.number)
      const wrong = Object.entries(kept ?? { reading: "none" }).filter(([name, value]) => row[name] !== value)
      return wrong.map(([name, value]) =>
        problem("kept-document", `${name} is ${row[name]}, worked out anew it is ${value}`, `document ${row.id}`),
      )
    },
  },
  {
    table: "runs",
    sql: `SELECT number, id, text, anchor, current, shown, doubtful,
        (SELECT count(*) FROM attributions WHERE run = runs.number AND attributions.shown = 1) AS shown_now,
        (SELECT count(*) FROM attributions WHERE run = runs.number AND attributions.shown = 0) AS doubtful_now
      FROM runs WHERE number > ? ORDER BY number LIMIT 200`,
    problemsOf: keptRunProblems,
  },
]

type KeptRun = Printed &
  Readonly<Record<"number" | "current" | "shown" | "doubtful" | "shown_now" | "doubtful_now", number>> &
  Readonly<{ id: string }>

function keptRunProblems(store: Store, row: KeptRun): Problem[] {
  const where = `run ${row.id}`
  const isCurrent = row.number === newestRun(store, row)
  const isCounted = row.shown === row.shown_now && row.doubtful === row.doubtful_now
  return [
    ...((row.current === 1) === isCurrent
      ? []
      : [problem("kept-run", `it is ${isCurrent ? "" : "not "}the current one of its text and date`, where)]),
    ...(isCounted
      ? []
      : [problem("kept-run", `its numbers are not ${row.shown_now} shown, ${row.doubtful_now} doubtful`, where)]),
  ]
}

/** Whether the counts of sources are those of a recount. */
export const countProblems = (store: Store): Problem[] =>
  SOURCE_COUNTS.flatMap(({ kept, counted }) =>
    store.all<{ key: string }>(
      `SELECT DISTINCT key FROM (SELECT * FROM (${kept} EXCEPT ${counted})
        UNION ALL SELECT * FROM (${counted} EXCEPT ${kept}))`,
    ),
  ).map(({ key }) => problem("kept-source", "its counts are not those of a recount", `source "${key}"`))

const INDEXES = [
  { index: "document_index", words: "document_words" },
  { index: "content_index", words: "content_words" },
]

const CORRUPT = 11

/** Whether the full-text indexes hold the words that they must, and no others. */
export const indexProblems = (store: Store): Problem[] =>
  INDEXES.flatMap(({ index, words }) =>
    hasSameRows(store, index, words) && (store.readOnly || isConsistent(store, index))
      ? []
      : [problem("full-text", "it does not hold the words of the records", index)],
  )

const hasSameRows = (store: Store, index: string, words: string): boolean =>
  store.get<{ wrong: number }>(
    `SELECT EXISTS (SELECT id FROM ${index}_docsize EXCEPT SELECT number FROM ${words})
      OR EXISTS (SELECT number FROM ${words} EXCEPT SELECT id FROM ${index}_docsize) AS wrong`,
  )!.wrong === 0

/** FTS5 compares word for word; it counts as writing, so a ledger opened for reading only cannot be asked. */
function isConsistent(store: Store, index: string): boolean {
  try {
    store.run(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`)
    return true
  } catch (error) {
    if (sqliteCode(error) !== CORRUPT) throw error
    return false
  }
}
