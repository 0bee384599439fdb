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

/** What two figures of one thing, told in the same words, leave possible; all verdicts where there are none such. */
export function possibleVerdicts({ quantities: pair, words, left, right, sameness }: Compared): readonly Verdict[] {
  if (!pair?.sameMeasure || rejects(left) || rejects(right)) return VERDICTS
  if (words.scopes.length > 0 || words.namesApart || words.beyondNumbers < SAME_WORDS) return VERDICTS
  const narrowed = NARROWING.some((kind) => left.focusSignals.has(kind) !== right.focusSignals.has(kind))
  if (narrowed) return VERDICTS
  return pair.agreement === "overlap" ? OVERLAP[sameness < 0.5 ? "two" : "one"] : POSSIBLE[pair.agreement]
}
