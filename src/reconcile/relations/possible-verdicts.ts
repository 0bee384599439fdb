import type { Measure } from "../../model/figure.ts"
import { VERDICTS, type Verdict } from "../../model/relation.ts"
import type { Compared } from "./compare-claims.ts"
import { rejects } from "./typed-features.ts"

/** So much of the shorter claim stands in the other one: both are of one thing. Of invented pairs 19 of 20 hold to that. */
const SAME_WORDS = 0.75

/** What narrows one of two claims to something else: a part, a plan, a period. */
const NARROWING = ["part", "plan", "period"] as const

const POSSIBLE: Readonly<Record<"equal" | "apart", readonly Verdict[]>> = {
  equal: ["repeats", "confirms"],
  apart: ["disputes", "revises"],
}
/** Of figures that may be one: by one claimant, or by two. */
const OVERLAP: Readonly<Record<"one" | "two", readonly Verdict[]>> = {
  one: ["repeats", "revises"],
  two: ["confirms", "compatible"],
}

/** Neither the one nor the other figure is at odds with one that measures something else. */
const OF_ANOTHER_MEASURE: readonly Verdict[] = VERDICTS.filter((one) => one !== "disputes" && one !== "revises")

/**
 * What two figures of one thing, told in the same words, leave possible, and what two of different measures do; all
 * verdicts where there are none such.
 */
export function possibleVerdicts(compared: Compared): readonly Verdict[] {
  const { quantities: pair, words, left, right, sameness } = compared
  if (ofTwoMeasures(compared)) return OF_ANOTHER_MEASURE
  if (!pair?.sameMeasure || rejects(left) || rejects(right)) return VERDICTS
  if (words.scopes.length > 0 || words.namesApart || words.beyondNumbers < SAME_WORDS) return VERDICTS
  const narrowed = NARROWING.some((kind) => left.focusSignals.has(kind) !== right.focusSignals.has(kind))
  if (narrowed) return VERDICTS
  return pair.agreement === "overlap" ? OVERLAP[sameness < 0.5 ? "two" : "one"] : POSSIBLE[pair.agreement]
}

/** What is counted loosely: another one may count the same by a name of its own. */
const LOOSE: ReadonlySet<Measure> = new Set(["count", "present", "affected", "casualties"])
/** Names of one thing, by who tells of it. */
const HELD: ReadonlySet<Measure> = new Set(["captured", "arrested", "seized"])

/** Whether figures of two measures are all that sets two claims against each other: nobody denies, negates or contradicts in words. */
export function ofTwoMeasures({ quantities: pair, words, left, right, negatives }: Compared): boolean {
  if (!pair || pair.sameMeasure) return false
  const measures = [pair.left.measure, pair.right.measure]
  if (measures.some((one) => LOOSE.has(one)) || measures.every((one) => HELD.has(one))) return false
  const isTurned = rejects(left) || rejects(right) || negatives[0] % 2 !== negatives[1] % 2
  return !isTurned && words.contraries.length === 0
}
