import { NOTHING_JUDGED } from "../../model/judged.ts"
import type { ClaimDocument, Statement } from "../check/claim-document.ts"
import type { SharedText } from "../check/find-claimants.ts"
import { compareStatements, type DisputeSide, type DisputesGiven } from "../disputes/compare-statements.ts"
import { findAlike } from "../disputes/find-pairs.ts"

/** Two claims of which a person should say what they are to each other. */
export type ClaimSuggestion = Readonly<{
  /** Whether they are one claim, of one claimant; or whether the right one stands against the left one. */
  question: "one claim" | "at odds"
  /** The earlier one. */
  left: DisputeSide
  right: DisputeSide
  /** How alike their words are, 0 to 1. */
  likeness: number
  /** What the program takes them for, with its probability where it gives one, and why. */
  taken: string
  score: number | null
  why: string
}>

/** Less alike than this, two claims are of two things. */
const LEAST = 0.4
/** More alike than this, nobody need look whether they are one. */
const MOST = 0.9
/** From here on two claims of one claimant are rather one than two. */
const ONE = 0.6
/** From here on the program is sure enough of what two claims are to each other. */
const SURE = 0.5
/** Of names less alike nobody need ask whether they are one's. */
const MAYBE = 0.5

/**
 * Pairs of claims of some documents (of a story, say) that nobody has judged and of which the program is least sure,
 * most doubtful first: each pair of claimants once a question. Copies are not asked about.
 */
export function suggestClaims(given: readonly ClaimDocument[], tools: DisputesGiven): ClaimSuggestion[] {
  const { claims: judged } = tools.judged ?? NOTHING_JUDGED
  const { statements, documents, claimants, claimantOf, claims, alike, inOrder, side } = compareStatements(given, tools)
  const idOf = (at: number) => documents[statements[at]!.document]!.record.document.id
  const areCopies = openCopies(given, tools.copies)
  const found: Suggested[] = []
  for (const { one, two } of findAlike(statements, isTold)) {
    const [left, right] = inOrder(one, two)
    const [said, other] = [statements[left]!, statements[right]!]
    const ids = [said.attribution?.id, other.attribution?.id]
    if (!ids[0] || !ids[1] || ids[0] === ids[1] || areCopies(idOf(left), idOf(right))) continue
    if (judged.judgementOn(ids[0], ids[1]) || judged.propositions.verdictOn(ids[0], ids[1])) continue
    const likeness = alike(one, two)
    if (likeness < LEAST || likeness >= MOST) continue
    const makers = [claimantOf.get(said)!, claimantOf.get(other)!] as const
    const key = makers.map((maker) => claimants.indexOf(maker)).sort((a, b) => a - b)
    if (makers[0] === makers[1] || mayBeOne(makers, tools.likeness)) {
      const taken = makers[0] === makers[1] && likeness >= ONE ? "one claim" : "two claims"
      const why = makers[0] === makers[1] ? "of one claimant" : "of two who may be one"
      const doubt = Math.abs(likeness - ONE)
      found.push({
        left,
        right,
        likeness,
        question: "one claim",
        taken,
        score: null,
        why,
        doubt,
        key: `one ${key.join(" ")}`,
      })
      continue
    }
    const { verdict, score, why } = tools.relate(claims[left]!, claims[right]!)
    if (verdict !== "unsure" && score >= SURE) continue
    const doubt = verdict === "unsure" ? 0 : score
    found.push({
      left,
      right,
      likeness,
      question: "at odds",
      taken: verdict,
      score,
      why,
      doubt,
      key: `odds ${key.join(" ")}`,
    })
  }
  found.sort((a, b) => a.doubt - b.doubt || a.left - b.left || a.right - b.right)
  const first = new Map([...found].reverse().map((one) => [one.key, one]))
  return found
    .filter((one) => first.get(one.key) === one)
    .map(({ left, right, doubt: _, key: __, ...rest }) => ({ ...rest, left: side(left), right: side(right) }))
}

type Suggested = Omit<ClaimSuggestion, "left" | "right"> &
  Readonly<{ left: number; right: number; doubt: number; key: string }>

const isTold = ({ attribution }: Statement): boolean => attribution !== null

type Maker = Readonly<{ name: string; kind: string }>

const mayBeOne = ([one, other]: readonly [Maker, Maker], likeness: DisputesGiven["likeness"]): boolean =>
  one.kind === "named" && other.kind === "named" && likeness(one.name, other.name) >= MAYBE

/** Whether one of two documents, by their ids, is wholly a copy of the other. */
function openCopies(given: readonly ClaimDocument[], copies: readonly SharedText[]) {
  const idOf = (at: number) => given[at]!.record.document.id
  const pairs = new Set(
    copies.flatMap(({ left, right, wholly }) => (wholly ? [[idOf(left), idOf(right)].sort().join(" ")] : [])),
  )
  return (one: string, other: string): boolean => one === other || pairs.has([one, other].sort().join(" "))
}
