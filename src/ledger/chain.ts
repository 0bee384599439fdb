import { sha256 } from "../model/hash.ts"
import type { Judgement, LoggedJudgement } from "../model/judgement.ts"

/** What the first judgement follows on. */
export const CHAIN_START = "0".repeat(64)

/** Number and chain a judgement behind the last one; `last` is null when it is the first. */
export function chained(judgement: Judgement, last: LoggedJudgement | null): LoggedJudgement {
  const { left, right, verdict, score, by, reason, at } = judgement
  const next = { left, right, verdict, score, by, reason, at, number: (last?.number ?? 0) + 1 }
  const previous = last?.hash ?? CHAIN_START
  return { ...next, previous, hash: judgementHash({ ...next, previous }) }
}

/** SHA-256 of the hash before, the number and the fields, as one JSON array in this order. */
export const judgementHash = (judgement: Omit<LoggedJudgement, "hash">): string => {
  const { previous, number, left, right, verdict, score, by, reason, at } = judgement
  return sha256(JSON.stringify([previous, number, left, right, verdict, score, by, reason, at]))
}
