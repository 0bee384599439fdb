import type { Problem } from "../../model/ledger.ts"
import { problem } from "../problem.ts"
import { chainProblems } from "../verify-records.ts"
import { isLost } from "./failure.ts"
import { findJudgements } from "./judgements.ts"
import type { Session, Store } from "./store.ts"
import { countProblems, KEPT_INSPECTIONS, sumProblems } from "./verify-kept.ts"
import { type Inspection, RECORD_INSPECTIONS } from "./verify-records.ts"

/**
 * Check every record, the references between them, the chain of judgements and all that is kept beside the records.
 * Reads everything, a batch a transaction: others go on writing. The server sees to the pages of its files itself.
 */
export async function verifyStore(store: Store): Promise<Problem[]> {
  const problems = [...(await store.read(referenceProblems))]
  for (const inspection of [...RECORD_INSPECTIONS, ...KEPT_INSPECTIONS])
    problems.push(...(await inspect(store, inspection)))
  for (const check of [judgementProblems, countProblems, sumProblems]) problems.push(...(await store.read(check)))
  return problems
}

const FOREIGN_KEYS = `SELECT child.relname AS child, parent.relname AS parent, attname AS column
  FROM pg_constraint JOIN pg_class AS child ON child.oid = conrelid JOIN pg_class AS parent ON parent.oid = confrelid
  JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
  WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY 1, 3`

/** The server keeps them; a superuser may have told it not to. */
async function referenceProblems(session: Session): Promise<Problem[]> {
  const keys = await session.all<{ child: string; parent: string; column: string }>(FOREIGN_KEYS)
  const problems: Problem[] = []
  for (const { child, parent, column } of keys) {
    const rows = await session.all<{ value: number }>(
      `SELECT DISTINCT child."${column}" AS value FROM ${child} AS child WHERE child."${column}" IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM ${parent} AS parent WHERE parent.number = child."${column}") LIMIT 100`,
    )
    const what = `it refers to a row of ${parent} that is not there`
    problems.push(...rows.map(({ value }) => problem("reference", what, `${child}, ${column} ${value}`)))
  }
  return problems
}

async function inspect(store: Store, { table, sql, problemsOf }: Inspection): Promise<Problem[]> {
  const problems: Problem[] = []
  for (let last = 0; ; ) {
    const { rows, found } = await store.read(async (session) => {
      const rows = await session.all<{ number: number }>(sql, last)
      const found: Problem[] = []
      for (const row of rows)
        found.push(...(await rowProblems(table, row.number, () => problemsOf(session, row as never))))
      return { rows, found }
    })
    problems.push(...found)
    if (rows.length === 0) return problems
    last = rows.at(-1)!.number
  }
}

/** A row that cannot even be read as its record is a problem, and the others are still looked at. */
async function rowProblems(
  table: string,
  number: number,
  work: () => Problem[] | Promise<Problem[]>,
): Promise<Problem[]> {
  try {
    return await work()
  } catch (error) {
    if (isLost(error)) throw error
    return [problem("record", `it cannot be read: ${(error as Error).message}`, `${table} ${number}`)]
  }
}

async function judgementProblems(session: Session): Promise<Problem[]> {
  const { judgements } = (await session.get<{ judgements: number }>("SELECT judgements FROM counterclaim_ledger"))!
  return chainProblems(await findJudgements(session), judgements)
}
