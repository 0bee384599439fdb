import type { Judgement, LoggedJudgement } from "../model/judgement.ts"
import { chained } from "./chain.ts"
import type { Store } from "./store.ts"

const FIELDS = `number, "left", "right", verdict, score, "by", reason, at, previous, hash`

/** All judgements in the order of their numbers. */
export const findJudgements = (store: Store): LoggedJudgement[] =>
  // SQLite's rows have no prototype: copied, they are plain objects.
  store.all<LoggedJudgement>(`SELECT ${FIELDS} FROM judgements ORDER BY number`).map((row) => ({ ...row }))

/** Add a checked judgement behind the last one, within a transaction that the caller holds. */
export function addJudgement(store: Store, judgement: Judgement): LoggedJudgement {
  const last = store.get<LoggedJudgement>(`SELECT ${FIELDS} FROM judgements ORDER BY number DESC LIMIT 1`)
  const next = chained(judgement, last ?? null)
  store.run(
    `INSERT INTO judgements (${FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    next.number,
    next.left,
    next.right,
    next.verdict,
    next.score,
    next.by,
    next.reason,
    next.at,
    next.previous,
    next.hash,
  )
  return next
}
