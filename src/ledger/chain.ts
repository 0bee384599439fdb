import { sha256 } from "../model/hash.ts"
import type { Judgement, LoggedJudgement, Origin } from "../model/judgement.ts"

/** What the first judgement follows on. */
export const CHAIN_START = "0".repeat(64)

/** Number and chain a judgement behind the last one; `last` is null when it is the first. */
export function chained(
  judgement: Judgement & Readonly<{ origin: Origin | null }>,
  last: Pick<LoggedJudgement, "number" | "hash"> | null,
): LoggedJudgement {
  const { left, right, verdict, score, by, reason, at, origin } = judgement
  const next = { left, right, verdict, score, by, reason, at, origin, number: (last?.number ?? 0) + 1 }
  const previous = last?.hash ?? CHAIN_START
  return { ...next, previous, hash: judgementHash({ ...next, previous }) }
}

/**
 * SHA-256 of the hash before, the number and the fields, as one JSON array in this order; of one that was taken over, its
 * origin's number and hashes behind them.
 */
export const judgementHash = (judgement: Omit<LoggedJudgement, "hash">): string => {
  const { previous, number, left, right, verdict, score, by, reason, at, origin } = judgement
  const from = origin ? [origin.number, origin.previous, origin.hash] : []
  return sha256(JSON.stringify([previous, number, left, right, verdict, score, by, reason, at, ...from]))
}

/** Whether an origin's hash is that of the judgement as it stood there; true where there is no origin. */
export const isOriginTrue = ({ origin, ...judgement }: LoggedJudgement): boolean =>
  origin === null || judgementHash({ ...judgement, ...origin, origin: null }) === origin.hash

/** Whether judgements are numbered from 1 without a gap, each chained to the one before and unchanged. */
export const checkChain = (judgements: readonly LoggedJudgement[]): boolean =>
  judgements.every((judgement, index) => isChained(judgement, judgements[index - 1] ?? null))

/** Whether a judgement follows on the one before (null: it is the first) and is what its hashes say. */
export const isChained = (judgement: LoggedJudgement, before: LoggedJudgement | null): boolean =>
  judgement.number === (before?.number ?? 0) + 1 &&
  judgement.previous === (before?.hash ?? CHAIN_START) &&
  judgement.hash === judgementHash(judgement) &&
  isOriginTrue(judgement)
