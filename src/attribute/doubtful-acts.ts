import type { ActWeights } from "../lexicon/act-weights.ts"
import type { CueLexicon } from "../lexicon/cues.ts"
import type { Attribution, AttributionId } from "../model/attribution.ts"
import { spanText } from "../model/span.ts"
import type { Text } from "../model/text.ts"
import type { Reported } from "./act-scores.ts"
import { actScores } from "./act-scores.ts"
import { actsNotDone, listedCue } from "./listed-cue.ts"

/** An act that is given less than this of all probability is doubtful: of attributions in news about three in ten. */
const SURE = 0.45

/**
 * The attributions whose act the small network (`actScores`) is unsure of, so that a slower model may tell it.
 * None with a negated cue, whose act is the list's, with content that says what was not done, or with a cue that is no
 * word (a colon, a dash). Does not throw.
 */
export function doubtfulActs(
  text: Text,
  attributions: readonly Attribution[],
  { cues, acts }: Readonly<{ cues: CueLexicon; acts: ActWeights }>,
): Set<AttributionId> {
  const doubtful = attributions.filter(({ source, cue, content }) => {
    if (!cue || !/\p{L}/u.test(spanText(text.value, cue))) return false
    const parts = { text: text.value, source, cue, content }
    const listed = listedCue(parts, cues)
    if (listed?.negated || actsNotDone(parts, cues).size > 0) return false
    return highest(acts, { ...parts, listed }) < SURE
  })
  return new Set(doubtful.map(({ id }) => id))
}

/** The probability of the likeliest act. */
function highest(weights: ActWeights, reported: Reported): number {
  const scores = actScores(weights, reported)
  const top = Math.max(...scores)
  return 1 / scores.reduce((sum, score) => sum + Math.exp(score - top), 0)
}
