import type { AttributionId } from "./attribution.ts"
import { type JudgedPairs, judgedPairs } from "./judged-pairs.ts"
import type { LoggedJudgement } from "./judgement.ts"
import { latestJudgements } from "./latest-judgements.ts"
import { VERDICTS } from "./relation.ts"

const CLAIM = /^a-[0-9a-f]{20}$/
const ONE_CLAIM: ReadonlySet<string> = new Set(["same", "repeats"])
const ONE_PROPOSITION: ReadonlySet<string> = new Set([...ONE_CLAIM, "confirms"])

/** What may be said of two claims, beside "unsure": that they are one or two, or what the right one does to the left. */
export const CLAIM_VERDICTS = ["same", "different", ...VERDICTS.filter((verdict) => verdict !== "unsure")] as const

/** What people decided about claims. */
export type JudgedClaims = Readonly<{
  /** "right" or "wrong": whether the claim was read as it is printed; null where nobody judged it. */
  readingOf(claim: AttributionId): "right" | "wrong" | null
  /** Whether any was judged to be right or wrong. */
  anyReading: boolean
  /** The last judgement on the two, whichever stands left; null where nobody judged, or withdrew it. */
  judgementOn(left: AttributionId, right: AttributionId): LoggedJudgement | null
  /** Pairs that were judged, in the order in which that was done. */
  pairs: readonly LoggedJudgement[]
  /** One claim: one claimant and one proposition. */
  claims: JudgedPairs
  /** One proposition, be it of two claimants. */
  propositions: JudgedPairs
}>

export function judgedClaims(judgements: readonly LoggedJudgement[]): JudgedClaims {
  const latest = latestJudgements(judgements).filter(({ left }) => CLAIM.test(left))
  const pairs = latest.filter(({ right }) => right !== null && CLAIM.test(right))
  const readings = new Map(latest.flatMap(({ left, right, verdict }) => (right === null ? [[left, verdict]] : [])))
  const keyOf = (left: string, right: string): string => [left, right].sort().join(" ")
  const byPair = new Map(pairs.map((judgement) => [keyOf(judgement.left, judgement.right!), judgement]))
  const linked = (one: ReadonlySet<string>): JudgedPairs =>
    judgedPairs(
      pairs.flatMap(({ left, right, verdict }) =>
        verdict === "unsure" ? [] : [{ left, right: right!, same: one.has(verdict) }],
      ),
    )
  return {
    readingOf(claim) {
      const verdict = readings.get(claim)
      return verdict === "right" || verdict === "wrong" ? verdict : null
    },
    anyReading: readings.size > 0,
    judgementOn: (left, right) => byPair.get(keyOf(left, right)) ?? null,
    pairs,
    claims: linked(ONE_CLAIM),
    propositions: linked(ONE_PROPOSITION),
  }
}
