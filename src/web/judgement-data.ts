import type { AttributionId } from "../model/attribution.ts"
import type { LoggedJudgement } from "../model/judgement.ts"
import { type JudgementState, judgementHistory } from "../model/judgement-history.ts"
import type { Ledger } from "../model/ledger.ts"

/**
 * What somebody judged of a claim. `side`: which of two claims this one is, `verdict` being what the right one does to the left
 * one; "alone" where it is on this one only. `other`: the other claim, with its words where a current run holds it.
 */
export type JudgementData = Readonly<{
  number: number
  verdict: string
  side: "left" | "right" | "alone"
  other: Readonly<{ id: AttributionId; text: string | null }> | null
  by: string
  at: string
  reason: string | null
  became: JudgementState
}>

/** All judgements on one claim, the earliest first. */
export async function judgementsOn(
  ledger: Ledger,
  judgements: readonly LoggedJudgement[],
  id: AttributionId,
): Promise<JudgementData[]> {
  const history = judgementHistory(judgements, id)
  return Promise.all(
    history.map(async ({ number, verdict, left, right, by, at, reason, became }) => {
      const other = right === null ? null : left === id ? right : left
      const side = right === null ? "alone" : left === id ? "left" : "right"
      const words = other === null ? null : await wordsOf(ledger, other)
      return {
        number,
        verdict,
        side,
        other: other === null ? null : { id: other, text: words },
        by,
        at,
        reason,
        became,
      }
    }),
  )
}

async function wordsOf(ledger: Ledger, id: AttributionId): Promise<string | null> {
  const [view] = await ledger.attribution(id)
  return view ? view.contentText.join(" … ") : null
}
