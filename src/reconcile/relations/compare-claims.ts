import type { RelationLexicon } from "../../lexicon/relations.ts"
import { compareClaimants } from "./compare-claimants.ts"
import { compareQuantities } from "./compare-quantities.ts"
import { compareWords } from "./compare-words.ts"
import { claimantFeatures, oneClaimant } from "./one-claimant.ts"
import type { ReadClaim } from "./read-claim.ts"

/** Two claims beside each other, with all that was found in comparing them. */
export type Compared = Readonly<{
  left: ReadClaim
  right: ReadClaim
  claimants: ReturnType<typeof compareClaimants>
  quantities: ReturnType<typeof compareQuantities>
  words: ReturnType<typeof compareWords>
  /** Days from the left one's publication to the right one's; null when either is not known. */
  days: number | null
  claimantFeatures: ReturnType<typeof claimantFeatures>
  /** How probable it is that one claimant speaks on both sides, 0 to 1. */
  sameness: number
  /** How many negations each claim has. */
  negatives: readonly [left: number, right: number]
}>

/** Compare claimants, quantities and words of two claims. Does not throw. */
export function compareClaims(left: ReadClaim, right: ReadClaim, lexicon: RelationLexicon): Compared {
  const claimants = compareClaimants(left, right, lexicon)
  const told = claimantFeatures(claimants, left, right)
  return {
    left,
    right,
    claimants,
    claimantFeatures: told,
    sameness: oneClaimant(told, lexicon.oneClaimant),
    negatives: [countNegatives(left), countNegatives(right)],
    quantities: compareQuantities(left.quantities, right.quantities, lexicon),
    words: compareWords(left, right, lexicon),
    days: daysBetween(left.claim.published, right.claim.published),
  }
}

const DAY = 86_400_000

function daysBetween(from: string | null, to: string | null): number | null {
  const days = from && to ? Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY) : Number.NaN
  return Number.isFinite(days) ? days : null
}

/** Two of them cancel out: "denied that it had failed to warn". A denial counts once, by its act or by its word. */
const countNegatives = ({ focusSignals, claim }: ReadClaim): number =>
  (focusSignals.get("negation") ?? 0) + (focusSignals.has("deny") || claim.act === "deny" ? 1 : 0)
