import type { LoggedJudgement } from "../model/judgement.ts"

/** Columns of the table of judgements, in the order of `judgementValues`. */
export const JUDGEMENT = `number, "left", "right", verdict, score, "by", reason, at, previous, hash, origin`

/** A row of it; `origin` is JSON. */
export type JudgementRow = Omit<LoggedJudgement, "origin"> & Readonly<{ origin: string | null }>

export const toJudgement = (row: JudgementRow): LoggedJudgement => ({
  // SQLite's rows have no prototype: copied, they are plain objects.
  ...row,
  origin: row.origin === null ? null : JSON.parse(row.origin),
})

/** What is stored of a judgement, in the order of the columns. */
export const judgementValues = (judgement: LoggedJudgement): (string | number | null)[] => [
  judgement.number,
  judgement.left,
  judgement.right,
  judgement.verdict,
  judgement.score,
  judgement.by,
  judgement.reason,
  judgement.at,
  judgement.previous,
  judgement.hash,
  judgement.origin && JSON.stringify(judgement.origin),
]
