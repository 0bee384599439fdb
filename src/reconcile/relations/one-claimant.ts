import type { ClaimantComparison } from "./compare-claimants.ts"
import type { ReadClaim } from "./read-claim.ts"

/** What two claims say of their claimants, as named numbers of 0 to 1. */
export function claimantFeatures(
  claimants: ClaimantComparison,
  left: ReadClaim,
  right: ReadClaim,
): readonly (readonly [name: string, value: number])[] {
  const has = (kind: string) => Math.min(2, right.signals.get(kind) ?? 0) / 2
  const { publisher } = left.claim
  return [
    ["claimant-alike", alike(claimants)],
    ["claimant-shared", claimants.shared],
    ["claimant-name", claimants.name],
    ["claimant-right-in-left", claimants.rightInLeft],
    ["claimant-left-in-right", claimants.leftInRight],
    ["claimant-around", claimants.around],
    ["claimant-role-same", Number(claimants.sameRole)],
    ["claimant-role-other", Number(claimants.otherRole)],
    ["claimant-name-other", Number(claimants.otherName)],
    ["claimant-pronoun", Number(claimants.pronoun)],
    ["claimant-indefinite", Number(claimants.indefinite)],
    ["claimant-none-left", Number(left.claimant.length === 0)],
    ["claimant-none-right", Number(right.claimant.length === 0)],
    ["publisher-same", Number(publisher !== null && publisher === right.claim.publisher)],
    ["independent-text", has("independent")],
    ["relay-text", has("relay")],
    ["retract-text", has("retract")],
  ]
}

/** How probable it is that one claimant speaks on both sides: a logistic regression on the features, 0 to 1. */
export function oneClaimant(
  features: ReturnType<typeof claimantFeatures>,
  weights: ReadonlyMap<string, number>,
): number {
  const sum = features.reduce((total, [name, value]) => total + value * (weights.get(name) ?? 0), 0)
  return 1 / (1 + Math.exp(-sum - (weights.get("constant") ?? 0)))
}

/** A pronoun mostly stands for the claimant of before; one calling alone is half of a reason, other names are one against. */
function alike(claimants: ClaimantComparison): number {
  const { shared, name, leftInRight, rightInLeft, around, pronoun, sameRole, indefinite, otherName } = claimants
  const elsewhere = 0.8 * Math.max(leftInRight, rightInLeft, around)
  const calling = sameRole && !indefinite && !otherName ? 0.5 : 0
  return Math.min(1, (otherName ? 0.6 : 1) * Math.max(shared, name, pronoun ? 0.6 : 0, calling, elsewhere))
}
