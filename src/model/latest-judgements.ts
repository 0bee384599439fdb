import type { LoggedJudgement } from "./judgement.ts"

/** Takes back the judgement before it on the same things: then there is none. */
export const WITHDRAWN = "withdrawn"

/**
 * What counts of all judgements, given in the order of their numbers: of those on the same two things, whichever of them is
 * named first, the last; none where that one withdraws. One that was taken over from another ledger counts as of the
 * time at which it was made; among the others the numbers decide, whatever the clock said.
 */
export function latestJudgements(judgements: readonly LoggedJudgement[]): LoggedJudgement[] {
  const latest = new Map<string, LoggedJudgement>()
  for (const judgement of judgementsInOrder(judgements)) {
    const key = subjectKey(judgement)
    // Put at the end again, so that the map stays in the order of the judgements.
    latest.delete(key)
    latest.set(key, judgement)
  }
  return [...latest.values()].filter(({ verdict }) => verdict !== WITHDRAWN)
}

/** The same for the same two things, whichever stands left. */
export const subjectKey = ({ left, right }: Pick<LoggedJudgement, "left" | "right">): string =>
  JSON.stringify(right === null ? [left] : [left, right].sort())

/** In the order in which they count, given in the order of their numbers. */
export function judgementsInOrder(judgements: readonly LoggedJudgement[]): LoggedJudgement[] {
  let latest = Number.NEGATIVE_INFINITY
  const timed = judgements.map((judgement) => {
    const at = Date.parse(judgement.at)
    // A clock that was set back does not make a later judgement an earlier one.
    if (judgement.origin === null) latest = Number.isNaN(at) ? latest : Math.max(latest, at)
    return { judgement, time: judgement.origin === null || Number.isNaN(at) ? latest : at }
  })
  return timed
    .sort((a, b) => a.time - b.time || a.judgement.number - b.judgement.number)
    .map(({ judgement }) => judgement)
}
