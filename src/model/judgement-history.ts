import type { LoggedJudgement } from "./judgement.ts"
import { judgementsInOrder, subjectKey, WITHDRAWN } from "./latest-judgements.ts"

/** What became of a judgement: it counts, a person took it back, or a later one on the same things took its place. */
export type JudgementState =
  | Readonly<{ state: "counts" }>
  | Readonly<{ state: "withdrawn" | "replaced"; by: string; at: string; number: number }>

/** A judgement that says something (not one that takes another back), with what became of it. */
export type JudgementEvent = LoggedJudgement & Readonly<{ became: JudgementState }>

/** All that people judged of one thing, or of it and another, the earliest first; what was withdrawn stands there as withdrawn. */
export function judgementHistory(judgements: readonly LoggedJudgement[], thing: string): JudgementEvent[] {
  const own = judgementsInOrder(judgements.filter(({ left, right }) => left === thing || right === thing))
  return own.flatMap((judgement, at): JudgementEvent[] => {
    if (judgement.verdict === WITHDRAWN) return []
    const key = subjectKey(judgement)
    const next = own.slice(at + 1).find((other) => subjectKey(other) === key)
    if (!next) return [{ ...judgement, became: { state: "counts" } }]
    const state = next.verdict === WITHDRAWN ? "withdrawn" : "replaced"
    return [{ ...judgement, became: { state, by: next.by, at: next.at, number: next.number } }]
  })
}
