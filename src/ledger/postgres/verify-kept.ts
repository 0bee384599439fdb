import { isDeepStrictEqual } from "node:util"
import type { Problem } from "../../model/ledger.ts"
import type { Printed } from "../current.ts"
import { problem } from "../problem.ts"
import { SOURCE_COUNTS } from "../source-counts.ts"
import { newestRun, workOutKept } from "./current.ts"
import {
  CONTENT_WORDS,
  type ContentWords,
  DOCUMENT_WORDS,
  type DocumentWords,
  type Index,
  type Indexed,
  indexed,
  indexedDocument,
} from "./index-words.ts"
import type { Session } from "./store.ts"
import { type Inspection, inspection } from "./verify-records.ts"

type DocumentRow = Readonly<{ number: number; id: string }> & Readonly<Record<string, unknown>>

/** Whether what is kept on documents, runs and in the indexes is what working it out anew gives. */
export const KEPT_INSPECTIONS: readonly Inspection[] = [
  inspection<DocumentRow>(
    "documents",
    "SELECT * FROM documents WHERE number > $1 ORDER BY number LIMIT 500",
    async (session, row) => {
      const kept = await workOutKept(session, row.number)
      const wrong = Object.entries(kept ?? { reading: "none" }).filter(([name, value]) => row[name] !== value)
      return wrong.map(([name, value]) =>
        problem("kept-document", `${name} is ${row[name]}, worked out anew it is ${value}`, `document ${row.id}`),
      )
    },
  ),
  inspection<KeptRun>(
    "runs",
    `SELECT number, id, text, anchor, current, shown, doubtful,
        (SELECT count(*) FROM attributions WHERE run = runs.number AND attributions.shown = 1) AS shown_now,
        (SELECT count(*) FROM attributions WHERE run = runs.number AND attributions.shown = 0) AS doubtful_now
      FROM runs WHERE number > $1 ORDER BY number LIMIT 200`,
    keptRunProblems,
  ),
  inspection<DocumentWords & Held>("documents", withIndex(DOCUMENT_WORDS, "document_index", "documents"), (_, row) =>
    indexProblems(row, indexedDocument(row), `document_index ${row.number}`),
  ),
  inspection<ContentWords & Held>("attributions", withIndex(CONTENT_WORDS, "content_index", "attributions"), (_, row) =>
    indexProblems(row, indexed(row.content), `content_index ${row.number}`),
  ),
]

type KeptRun = Printed &
  Readonly<Record<"number" | "current" | "shown" | "doubtful" | "shown_now" | "doubtful_now", number>> &
  Readonly<{ id: string }>

async function keptRunProblems(session: Session, row: KeptRun): Promise<Problem[]> {
  const where = `run ${row.id}`
  const isCurrent = row.number === (await newestRun(session, row))
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

/** What an index holds of a row; all null where it holds nothing. */
type Held = Readonly<{ words: readonly string[] | null; counts: readonly number[] | null; held: number | null }>

function withIndex(words: string, index: Index, table: string): string {
  const [, columns, tables] = /^SELECT (.*?)\s+FROM (.*)$/s.exec(words)!
  return `SELECT ${columns}, ${index}.words, ${index}.counts, ${index}.length AS held FROM ${tables}
    LEFT JOIN ${index} ON ${index}.number = ${table}.number
    WHERE ${table}.number > $1 ORDER BY ${table}.number LIMIT 200`
}

const NOT_ITS_WORDS = "it does not hold the words of the records"

const indexProblems = ({ words, counts, held }: Held, now: Indexed, where: string): Problem[] =>
  isDeepStrictEqual({ words, counts, length: held }, now) ? [] : [problem("full-text", NOT_ITS_WORDS, where)]

const SUMS = ["document_index", "content_index"]
const TRUTH = { document_index: DOCUMENT_WORDS, content_index: CONTENT_WORDS } as const

/** Whether the indexes hold rows of nothing, and whether their sums are right. */
export async function sumProblems(session: Session): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const index of SUMS as Index[]) {
    const { wrong } = (await session.get<{ wrong: boolean }>(
      `SELECT EXISTS (SELECT number FROM ${index} EXCEPT SELECT number FROM (${TRUTH[index]}) AS truth) OR NOT EXISTS (
        SELECT 1 FROM index_sums WHERE index = '${index}' AND entries = (SELECT count(*) FROM ${index})
          AND length = (SELECT coalesce(sum(length), 0) FROM ${index})) AS wrong`,
    ))!
    if (wrong) problems.push(problem("full-text", NOT_ITS_WORDS, index))
  }
  return problems
}

/** Whether the counts of sources are those of a recount. */
export async function countProblems(session: Session): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { kept, counted } of SOURCE_COUNTS) {
    const rows = await session.all<{ key: string }>(
      `SELECT DISTINCT key FROM ((${kept} EXCEPT ${counted}) UNION ALL (${counted} EXCEPT ${kept})) AS wrong`,
    )
    const what = "its counts are not those of a recount"
    problems.push(...rows.map(({ key }) => problem("kept-source", what, `source "${key}"`)))
  }
  return problems
}
