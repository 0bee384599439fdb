import type { JudgedClaims } from "../../model/judged-claims.ts"
import type { Statement } from "../check/claim-document.ts"

/** `disputes`: those at odds, by their places, once each; `isSettled`: whether people said of two what they are to each other. */
export type JudgedDisputes = Readonly<{
  disputes: readonly Readonly<{ one: number; two: number; why: string }>[]
  isSettled(one: number, two: number): boolean
}>

/** What people judged of the claims among some statements; "unsure" settles nothing. */
export function judgedOn(
  statements: readonly Statement[],
  { pairs, judgementOn, propositions }: JudgedClaims,
): JudgedDisputes {
  const places = new Map<string, number>()
  if (pairs.length > 0)
    for (const [place, { attribution }] of statements.entries()) {
      if (attribution && !places.has(attribution.id)) places.set(attribution.id, place)
    }
  return {
    disputes: pairs.flatMap(({ left, right, verdict, by, reason }) => {
      const [one, two] = [places.get(left), places.get(right!)]
      if (verdict !== "disputes" || one === undefined || two === undefined) return []
      return [{ one, two, why: `${by} judged that one disputes the other${reason ? `: ${reason}` : ""}` }]
    }),
    isSettled(one, two) {
      const [left, right] = [statements[one]!.attribution?.id, statements[two]!.attribution?.id]
      if (pairs.length === 0 || left === undefined || right === undefined) return false
      if (propositions.verdictOn(left, right) === "one") return true
      const verdict = judgementOn(left, right)?.verdict ?? "unsure"
      return verdict !== "unsure" && verdict !== "different"
    },
  }
}
