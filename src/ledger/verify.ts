import { setImmediate } from "node:timers/promises"
import { CounterclaimError } from "../model/error.ts"
import type { Problem } from "../model/ledger.ts"
import { problem } from "./problem.ts"
import type { Store } from "./store.ts"
import { countProblems, indexProblems, KEPT_INSPECTIONS } from "./verify-kept.ts"
import { type Inspection, judgementProblems, RECORD_INSPECTIONS } from "./verify-records.ts"

/** More than so many problems of one file's pages or references help nobody. */
const MOST = 100

/**
 * Check the file, every record, the chain of judgements and all that is kept beside the records. Reads
 * everything; lets other work of the process through between batches. Empty when all is well.
 */
export async function verifyStore(store: Store): Promise<Problem[]> {
  const problems: Problem[] = []
  try {
    for await (const found of allProblems(store)) problems.push(...found)
    return problems
  } catch (error) {
    if (!(error instanceof CounterclaimError) || error.code !== "ledger/damaged") throw error
    return [...problems, problem("file", "a damaged page kept the rest from being checked", store.where)]
  }
}

async function* allProblems(store: Store): AsyncGenerator<Problem[]> {
  yield store.read(() => pageProblems(store))
  yield store.read(() => referenceProblems(store))
  for (const inspection of [...RECORD_INSPECTIONS, ...KEPT_INSPECTIONS]) yield inspect(store, inspection)
  for (const check of [judgementProblems, countProblems, indexProblems]) {
    yield store.read(() => check(store))
    await setImmediate()
  }
}

const pageProblems = (store: Store): Problem[] =>
  store
    .all<{ integrity_check: string }>(`PRAGMA integrity_check(${MOST})`)
    .filter((row) => row.integrity_check !== "ok")
    .map((row) => problem("file", row.integrity_check, store.where))

const referenceProblems = (store: Store): Problem[] =>
  store
    .all<{ table: string; rowid: number; parent: string }>("PRAGMA foreign_key_check")
    .slice(0, MOST)
    .map(({ table, rowid, parent }) =>
      problem("reference", `it refers to a row of ${parent} that is not there`, `${table} ${rowid}`),
    )

async function inspect(store: Store, { table, sql, problemsOf }: Inspection): Promise<Problem[]> {
  const problems: Problem[] = []
  for (let last = 0; ; ) {
    const rows = store.read(() => {
      const rows = store.all<{ number: number }>(sql, last)
      problems.push(...rows.flatMap((row) => rowProblems(table, row.number, () => problemsOf(store, row as never))))
      return rows
    })
    if (rows.length === 0) return problems
    last = rows.at(-1)!.number
    await setImmediate()
  }
}

/** A row that cannot even be read as its record is a problem, and the others are still looked at. */
function rowProblems(table: string, number: number, work: () => Problem[]): Problem[] {
  try {
    return work()
  } catch (error) {
    return [problem("record", `it cannot be read: ${(error as Error).message}`, `${table} ${number}`)]
  }
}
