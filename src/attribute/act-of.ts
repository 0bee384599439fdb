import type { ListedCue } from "../lexicon/cues.ts"
import type { Act } from "../model/attribution.ts"
import { ACTS } from "../model/attribution.ts"

/** What tells the act of one attribution. */
export type ActEvidence = Readonly<{
  /** Raw scores in the order of `ACTS`; null when the model has no head for them. */
  scores: ArrayLike<number> | null
  /** What the list of cues says; null when the cue is not listed. */
  listed: ListedCue | null
  /** What the list adds to the score of its act: `Thresholds.listedAct`. */
  weight: number
}>

/**
 * The likeliest act, by the model and the list of cues together; a cue turned round by a negation is the list's alone.
 * Without the model's scores, what the list says, else "assert".
 */
export function actOf({ scores, listed, weight }: ActEvidence): Act {
  if (!scores || listed?.negated) return listed?.act ?? "assert"
  let best: Act = "assert"
  let top = Number.NEGATIVE_INFINITY
  for (const [index, act] of ACTS.entries()) {
    const score = scores[index]! + (act === listed?.act ? weight : 0)
    if (score > top) [best, top] = [act, score]
  }
  return best
}
