import type { Verdict } from "../../model/relation.ts"
import { calledBy } from "../names/called-by.ts"
import type { Quantity } from "./claim.ts"
import type { Compared } from "./compare-claims.ts"
import { findDrift } from "./find-drift.ts"
import { ofTwoMeasures } from "./possible-verdicts.ts"

/** Least likeness at which claimants are called the same. */
const SAME = 0.5

/** The reason for a verdict in words: claimants, quantities, what changed on the way, contrary words, scope, days. Never empty. */
export function why(compared: Compared, verdict: Verdict): string {
  const parts = [
    claimants(compared),
    quantities(compared),
    ...findDrift(compared),
    wording(compared),
    ...signals(compared, verdict),
    when(compared),
  ]
  return parts.filter((part) => part !== null).join(", ")
}

function claimants({ sameness, left, right }: Compared): string {
  const [one, other] = [nameOf(left.claim), nameOf(right.claim)]
  if (sameness >= SAME) return one === other ? `same claimant (${one})` : `same claimant (${one}; ${other})`
  return `${one} against ${other}`
}

const nameOf = ({ claimant, publisher }: Compared["left"]["claim"]): string =>
  claimant === null ? (publisher ?? "nobody named") : calledBy(claimant, null)

function quantities(compared: Compared): string | null {
  const { quantities: pair } = compared
  if (!pair) return null
  if (ofTwoMeasures(compared)) return `${inWords(pair.left)} and ${inWords(pair.right)} are of two measures`
  const between = { equal: "is the same as", overlap: "may be the same as", apart: "against" }[pair.agreement]
  return `${inWords(pair.left)} ${between} ${inWords(pair.right)}`
}

/** "killed 71+", "share 40–50 percent". */
function inWords({ measure, low, high, unit, of, about }: Quantity): string {
  const what = measure === "count" ? (of ?? unit ?? "") : unit && unit !== "people" ? unit : ""
  const label = measure === "count" ? "" : `${measure} `
  return `${label}${about ? "about " : ""}${interval(low, high)}${what ? ` ${what}` : ""}`
}

function interval(low: number | null, high: number | null): string {
  if (low === high) return `${low ?? "unknown"}`
  if (high === null) return `${low}+`
  return low === null ? `up to ${high}` : `${low}–${high}`
}

function wording({ words: { contraries, scopes } }: Compared): string | null {
  const [pair] = contraries
  if (pair) return `"${pair[0]}" against "${pair[1]}"`
  return scopes.length > 0 ? `another ${scopes[0]}` : null
}

/** Words of the right text that speak for the verdict, by kind. */
const SIGNALS: Partial<Record<Verdict, readonly (readonly [kind: string, says: string])[]>> = {
  disputes: [["deny", "a denial"]],
  revises: [["retract", "words of correction"]],
  confirms: [["independent", "words of an independent account"]],
  repeats: [["relay", "words of relaying"]],
  compatible: [
    ["decline", "takes no side"],
    ["part", "a part or an addition"],
  ],
  unsure: [["vague", "the text leaves it open"]],
}

function signals({ right, left, negatives }: Compared, verdict: Verdict): string[] {
  const told = (SIGNALS[verdict] ?? []).flatMap(([kind, says]) => (right.signals.has(kind) ? [says] : []))
  const planned = verdict === "not-comparable" && left.focusSignals.has("plan") && !right.focusSignals.has("plan")
  return [
    ...told,
    ...(planned ? ["a plan or forecast against what happened"] : []),
    ...(verdict === "disputes" && negatives[0] % 2 !== negatives[1] % 2 ? ["one of them negated"] : []),
  ]
}

function when({ days }: Compared): string | null {
  if (days === null) return null
  if (days === 0) return "same day"
  return `${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"} ${days > 0 ? "later" : "earlier"}`
}
