import type { Judgement, LoggedJudgement, Origin } from "../../model/judgement.ts"
import { chained } from "../chain.ts"
import { JUDGEMENT, type JudgementRow, judgementValues, toJudgement } from "../judgement-row.ts"
import type { Session } from "./store.ts"

/** All judgements in the order of their numbers. */
export const findJudgements = async (session: Session): Promise<LoggedJudgement[]> =>
  (await session.all<JudgementRow>(`SELECT ${JUDGEMENT} FROM judgements ORDER BY number`)).map(toJudgement)

/** The judgement that was made here, or taken over before, with that hash. */
async function findTaken(session: Session, { hash }: Origin): Promise<LoggedJudgement | null> {
  const sql = `SELECT ${JUDGEMENT} FROM judgements WHERE hash = $1 OR origin::json ->> 'hash' = $1`
  const row = await session.get<JudgementRow>(sql, hash)
  return row ? toJudgement(row) : null
}

/**
 * Add a checked judgement behind the last one, within a transaction that the caller holds; one that was made here or
 * taken over before is given back as it is.
 */
export async function addJudgement(
  session: Session,
  judgement: Judgement,
  origin: Origin | null,
): Promise<LoggedJudgement> {
  const held = origin && (await findTaken(session, origin))
  if (held) return held
  const last = await session.get<JudgementRow>(`SELECT ${JUDGEMENT} FROM judgements ORDER BY number DESC LIMIT 1`)
  const next = chained({ ...judgement, origin }, last ?? null)
  await session.all(
    `INSERT INTO judgements (${JUDGEMENT}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    ...judgementValues(next),
  )
  await session.all("UPDATE counterclaim_ledger SET judgements = judgements + 1")
  return next
}
