import type { Judgement, LoggedJudgement, Origin } from "../model/judgement.ts"
import { chained } from "./chain.ts"
import { JUDGEMENT, type JudgementRow, judgementValues, toJudgement } from "./judgement-row.ts"
import type { Store } from "./store.ts"

/** All judgements in the order of their numbers. */
export const findJudgements = (store: Store): LoggedJudgement[] =>
  store.all<JudgementRow>(`SELECT ${JUDGEMENT} FROM judgements ORDER BY number`).map(toJudgement)

/** The judgement that was made here, or taken over before, with that hash. */
function findTaken(store: Store, { hash }: Origin): LoggedJudgement | null {
  const row = store.get<JudgementRow>(
    `SELECT ${JUDGEMENT} FROM judgements WHERE hash = ?1 OR (origin IS NOT NULL AND json_extract(origin, '$.hash') = ?1)`,
    hash,
  )
  return row ? toJudgement(row) : null
}

/** Add a checked judgement behind the last one, within a transaction that the caller holds. */
export function addJudgement(store: Store, judgement: Judgement, origin: Origin | null): LoggedJudgement {
  const held = origin && findTaken(store, origin)
  if (held) return held
  const last = store.get<JudgementRow>(`SELECT ${JUDGEMENT} FROM judgements ORDER BY number DESC LIMIT 1`)
  const next = chained({ ...judgement, origin }, last ?? null)
  store.run(`INSERT INTO judgements (${JUDGEMENT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, ...judgementValues(next))
  return next
}
