import type { Judgement, LoggedJudgement } from "../../model/judgement.ts"
import { chained } from "../chain.ts"
import type { Session } from "./store.ts"

const FIELDS = `number, "left", "right", verdict, score, "by", reason, at, previous, hash`

/** All judgements in the order of their numbers. */
export const findJudgements = (session: Session): Promise<LoggedJudgement[]> =>
  session.all<LoggedJudgement>(`SELECT ${FIELDS} FROM judgements ORDER BY number`)

/** Add a checked judgement behind the last one, within a transaction that the caller holds. */
export async function addJudgement(session: Session, judgement: Judgement): Promise<LoggedJudgement> {
  const last = await session.get<LoggedJudgement>(`SELECT ${FIELDS} FROM judgements ORDER BY number DESC LIMIT 1`)
  const next = chained(judgement, last ?? null)
  await session.all(
    `INSERT INTO judgements (${FIELDS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
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
  await session.all("UPDATE counterclaim_ledger SET judgements = judgements + 1")
  return next
}
