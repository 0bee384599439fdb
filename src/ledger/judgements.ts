import type { Judgement, LoggedJudgement, Origin } from "../model/judgement.ts"
import { chained } from "./chain.ts"
import type { Store } from "./store.ts"

const FIELDS = `number, "left", "right", verdict, score, "by", reason, at, previous, hash, origin`

type Row = Omit<LoggedJudgement, "origin"> & Readonly<{ origin: string | null }>

/** All judgements in the order of their numbers. */
export const findJudgements = (store: Store): LoggedJudgement[] =>
  // SQLite's rows have no prototype: copied, they are plain objects.
  store.all<Row>(`SELECT ${FIELDS} FROM judgements ORDER BY number`).map(toLogged)

const toLogged = (row: Row): LoggedJudgement => ({
  ...row,
  origin: row.origin === null ? null : JSON.parse(row.origin),
})

/** The judgement that was made here, or taken over before, with that hash. */
function findTaken(store: Store, { hash }: Origin): LoggedJudgement | null {
  const row = store.get<Row>(
    `SELECT ${FIELDS} FROM judgements WHERE hash = ?1 OR (origin IS NOT NULL AND json_extract(origin, '$.hash') = ?1)`,
    hash,
  )
  return row ? toLogged(row) : null
}

/** Add a checked judgement behind the last one, within a transaction that the caller holds. */
export function addJudgement(store: Store, judgement: Judgement, origin: Origin | null): LoggedJudgement {
  const held = origin && findTaken(store, origin)
  if (held) return held
  const last = store.get<Row>(`SELECT ${FIELDS} FROM judgements ORDER BY number DESC LIMIT 1`)
  const next = chained({ ...judgement, origin }, last ?? null)
  store.run(
    `INSERT INTO judgements (${FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    next.origin && JSON.stringify(next.origin),
  )
  return next
}
