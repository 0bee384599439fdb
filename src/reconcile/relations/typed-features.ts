import type { Compared } from "./compare-claims.ts"
import type { ReadClaim } from "./read-claim.ts"

type Feature = readonly [name: string, value: number | boolean]

/**
 * The comparison by type before that by words: whether both are of one proposition, whether one of them turns it round,
 * how their figures stand to each other, each for one claimant on both sides and for two.
 */
export function typedFeatures(compared: Compared): Feature[] {
  const { left, right, sameness: same, days } = compared
  const rejected = rejects(left) !== rejects(right)
  const negated = left.polarity.negations % 2 !== right.polarity.negations % 2
  const turned = rejected !== negated
  const later = days !== null && days > 0
  return [
    ...bySpeaker(turned ? "turned" : "straight", likenessOf(compared), same),
    ...bySpeaker(figureOf(compared, rejected), 1, same),
    ...bySpeaker(figureOf(compared, rejected), likenessOf(compared), same, "-near"),
    ...bySpeaker(rejectionOf(left, right), 1, same),
    ...bySpeaker(rejectionOf(left, right), likenessOf(compared), same, "-near"),
    ...bySpeaker(negated && !compared.quantities ? "negated" : null, 1, same),
    ["later-same", later ? same : 0],
    ["later-other", later ? 1 - same : 0],
  ]
}

/** Each with the share in which one claimant speaks on both sides, and with that in which two do. */
const bySpeaker = (name: string | null, value: number, same: number, ending = ""): Feature[] =>
  name === null
    ? []
    : [
        [`${name}${ending}-one`, value * same],
        [`${name}${ending}-two`, value * (1 - same)],
      ]

/** How likely both are of one proposition, roughly: shared words and letters; less where a scope or a name differs. */
function likenessOf({ words }: Compared): number {
  const near = Math.max(words.contained, words.letters)
  return near * (words.scopes.length > 0 ? 0.5 : 1) * (words.otherNames || words.namesApart ? 0.5 : 1)
}

function figureOf({ quantities: pair, words }: Compared, rejected: boolean): string | null {
  if (!pair) return null
  const loose = pair.left.measure === "count" || pair.right.measure === "count"
  const measure = pair.sameMeasure ? "" : loose ? "-loose" : "-measure"
  const elsewhere = words.scopes.length > 0 || words.namesApart ? "-elsewhere" : ""
  return `figure-${pair.agreement}${measure}${elsewhere}${rejected ? "-rejected" : ""}`
}

const AGAINST: ReadonlySet<string> = new Set(["deny", "oppose"])

/** Whether a claim rejects what its words say. */
export const rejects = ({ claim, polarity }: ReadClaim): boolean => polarity.rejects || AGAINST.has(claim.act ?? "")

/** Who rejects; null where neither does. */
function rejectionOf(left: ReadClaim, right: ReadClaim): string | null {
  const [one, other] = [rejects(left), rejects(right)]
  if (!one && !other) return null
  return one && other ? "rejection-both" : one ? "rejection-left" : "rejection-right"
}
