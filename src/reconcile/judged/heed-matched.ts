import type { JudgedClaims } from "../../model/judged-claims.ts"
import type { Matched } from "../check/check-claim.ts"
import type { Statement } from "../check/claim-document.ts"

/**
 * What the documents say of a question, as people judged it: whoever says the same as a claim that was found stands
 * where that one stands, whatever the words; who was said to dispute it stands against it; and of two claims that were
 * said to be two, or to be no contradiction, the one that fits the question less is left out where it stands otherwise.
 * In the order of the statements.
 */
export function heedMatched(
  matched: readonly Matched[],
  statements: readonly Statement[],
  judged: JudgedClaims,
): readonly Matched[] {
  if (judged.pairs.length === 0) return matched
  const kept = new Map(matched.map((one) => [one.statement, one]))
  const settled = new Set<Statement>()
  for (const { statement } of [...matched].sort((a, b) => b.score - a.score)) {
    const found = kept.get(statement)
    if (!found?.statement.attribution) continue
    settled.add(statement)
    for (const other of statements) {
      if (!other.attribution || settled.has(other)) continue
      const now = beside(found, other, judged)
      if (now === "as it is") continue
      if (now === null) kept.delete(other)
      else kept.set(other, now)
      if (now !== null) settled.add(other)
    }
  }
  return statements.flatMap((statement) => kept.get(statement) ?? [])

  function beside(found: Matched, other: Statement, { propositions, judgementOn }: JudgedClaims) {
    const [id, rival] = [found.statement.attribution!.id, other.attribution!.id]
    if (propositions.verdictOn(id, rival) === "one") return { ...found, statement: other }
    const judgement = judgementOn(id, rival)
    const own = kept.get(other)
    if (judgement?.verdict === "disputes" && found.against === null)
      return { statement: other, score: own?.score ?? found.score, against: `disputes it, as ${judgement.by} judged` }
    if (!judgement || !own) return "as it is"
    const isAtOdds = (own.against === null) !== (found.against === null)
    const leaveOut = isAtOdds ? NO_CONTRADICTION : TWO
    return leaveOut.has(judgement.verdict) ? null : "as it is"
  }
}

const NO_CONTRADICTION: ReadonlySet<string> = new Set(["compatible", "not-comparable"])
const TWO: ReadonlySet<string> = new Set(["different", "not-comparable"])
