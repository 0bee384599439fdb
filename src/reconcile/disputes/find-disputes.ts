import { NOTHING_JUDGED } from "../../model/judged.ts"
import { judge } from "../check/check-claim.ts"
import type { ClaimDocument, Statement } from "../check/claim-document.ts"
import { judgedOn } from "../judged/judged-disputes.ts"
import { compareStatements, type DisputeSide, type DisputesGiven } from "./compare-statements.ts"
import { findPairs } from "./find-pairs.ts"

export type { DisputeSide, DisputesGiven } from "./compare-statements.ts"

/** From here on two statements are of one proposition, so that its denial is at odds with its assertion. */
const ALIKE = 0.4
/** From here on a negation in one of them turns the other's meaning; it may be of another part of the sentence. */
const SAME = 0.6
/** From here on two statements are compared at all. */
const LEAST = 0.3

/** The later claim (`right`) against the earlier one; of claims of one day either may stand left. */
export type Dispute = Readonly<{
  left: DisputeSide
  right: DisputeSide
  /** How alike the two claims are in their words, 0 to 1. */
  likeness: number
  why: string
  /** How many documents print one side or the other. */
  documents: number
  /** Whether people said so. */
  judged: boolean
}>

/**
 * Claims of some documents (of a story, say) that two claimants make against each other, surest first: each pair of
 * claimants once for what they are at odds about. One side at least is said by somebody who is named or described; what a
 * publisher says in its own voice may be the other. What people said of two claims comes before, and first. Empty when
 * nothing is disputed. Does not throw.
 */
export function findDisputes(given: readonly ClaimDocument[], tools: DisputesGiven): Dispute[] {
  const { statements, claimants, claimantOf, claims, alike, inOrder, side } = compareStatements(given, tools)
  const judgementOn = judgedOn(statements, (tools.judged ?? NOTHING_JUDGED).claims)
  const found: Found[] = judgementOn.disputes.map(({ one, two, why }) => {
    const [left, right] = inOrder(one, two)
    return { left, right, likeness: alike(one, two), why, judged: true }
  })
  for (const { one, two } of findPairs(statements, tools.negations)) {
    if (claimantOf.get(statements[one]!) === claimantOf.get(statements[two]!)) continue
    if (judgementOn.isSettled(one, two)) continue
    const [left, right] = inOrder(one, two)
    const likeness = alike(one, two)
    const why = likeness < LEAST ? null : atOdds(left, right, likeness)
    if (why !== null) found.push({ left, right, likeness, why, judged: false })
  }
  /** Why the right one is at odds with the left one; null where it is not. */
  function atOdds(left: number, right: number, likeness: number): string | null {
    const [said, other] = [statements[left]!, statements[right]!]
    if (likeness >= ALIKE && denies(said) !== denies(other)) return denies(other) ? "denies it" : "it was denied before"
    const { against, turned } = judge({ text: said.words, figures: said.figures }, other, tools.negations)
    if (against !== null && likeness >= (turned ? SAME : ALIKE) && !denies(said)) return against
    const { verdict, why } = tools.relate(claims[left]!, claims[right]!)
    return verdict === "disputes" ? why : null
  }
  return fold(found, (at) => claimants.indexOf(claimantOf.get(statements[at]!)!)).map(({ best, members }) => ({
    left: side(best.left),
    right: side(best.right),
    likeness: best.likeness,
    why: best.why,
    judged: best.judged,
    documents: new Set(members.flatMap(({ left, right }) => [left, right].map((at) => statements[at]!.document))).size,
  }))
}

const denies = ({ attribution }: Statement): boolean => attribution?.act === "deny" || attribution?.act === "doubt"

type Found = Readonly<{ left: number; right: number; likeness: number; why: string; judged: boolean }>

/** Pairs of the same two claimants are one dispute, by the surest of them. */
function fold(found: readonly Found[], claimant: (at: number) => number) {
  const groups = new Map<string, Found[]>()
  for (const one of [...found].sort(
    (a, b) => Number(b.judged) - Number(a.judged) || b.likeness - a.likeness || a.left - b.left || a.right - b.right,
  )) {
    const key = [claimant(one.left), claimant(one.right)].sort((a, b) => a - b).join(" ")
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map((members) => ({ best: members[0]!, members }))
}
