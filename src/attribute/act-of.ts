import type { ActWeights } from "../lexicon/act-weights.ts"
import type { Act } from "../model/attribution.ts"
import { ACTS } from "../model/attribution.ts"
import type { Reported } from "./act-scores.ts"
import { actScores } from "./act-scores.ts"

/**
 * The likeliest act, by the words of source, cue and content and by what the list of cues says. A cue turned round by
 * a negation ("did not deny") is the list's alone. What is said not to have been done ("neither confirmed nor denied")
 * is not the act, unless the cue says so.
 */
export function actOf(reported: Reported, weights: ActWeights): Act {
  if (reported.listed?.negated) return reported.listed.act
  const { notDone, listed } = reported
  let best: Act = "assert"
  let top = Number.NEGATIVE_INFINITY
  for (const [index, score] of actScores(weights, reported).entries()) {
    if (notDone?.has(ACTS[index]!) && ACTS[index] !== listed?.act) continue
    if (score > top) [best, top] = [ACTS[index]!, score]
  }
  return best
}
