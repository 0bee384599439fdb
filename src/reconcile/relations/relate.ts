import type { RelationLexicon } from "../../lexicon/relations.ts"
import type { Claim, Relation } from "./claim.ts"
import { compareClaims } from "./compare-claims.ts"
import { decide } from "./decide.ts"
import { toFeatures } from "./features.ts"
import { possibleVerdicts } from "./possible-verdicts.ts"
import { readClaim } from "./read-claim.ts"
import { why } from "./why.ts"

/**
 * What the right claim does to the left one. Never throws. Method: claimants, quantities as intervals, words and
 * signals compared, then a multinomial logistic regression over that, among the verdicts that two figures of one thing
 * leave possible.
 */
export function relate(left: Claim, right: Claim, lexicon: RelationLexicon): Relation {
  const compared = compareClaims(readClaim(left, lexicon), readClaim(right, lexicon), lexicon)
  const { verdict, score } = decide(toFeatures(compared), lexicon.weights, possibleVerdicts(compared))
  return { verdict, score: Math.round(score * 1e4) / 1e4, why: why(compared, verdict) }
}
