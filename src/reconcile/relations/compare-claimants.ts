import type { RelationLexicon } from "../../lexicon/relations.ts"
import { compareNames } from "../names/compare-names.ts"
import type { ReadClaim } from "./read-claim.ts"
import type { Word } from "./words.ts"

export type ClaimantComparison = Readonly<{
  /** What share of the one's words the other has, the greater of both; names weigh more, offices less. */
  shared: number
  /** What share of the one claimant's words stands in the other text outside the claim. */
  rightInLeft: number
  leftInRight: number
  /** Likeness of the names of persons, 0 to 1. */
  name: number
  /** What share of names and callings outside the claims both texts have; 0 when both claimants are known. */
  around: number
  /** Whether both are of one family of institutions or callings; whether both are of some, and of none in common. */
  sameRole: boolean
  otherRole: boolean
  pronoun: boolean
  /** "a nurse": somebody who was not spoken of before. */
  indefinite: boolean
}>

/** How far the claimants may be one, institution and spokesman taken together. All 0 or false when none is named. */
export function compareClaimants(left: ReadClaim, right: ReadClaim, lexicon: RelationLexicon): ClaimantComparison {
  const [a, b] = [content(left.claimant, lexicon), content(right.claimant, lexicon)]
  const [x, y] = [rolesOf(left, lexicon), rolesOf(right, lexicon)]
  const common = [...x].some((role) => y.has(role))
  return {
    shared: Math.max(share(a, b, lexicon), share(b, a, lexicon)),
    rightInLeft: share(b, outside(left), lexicon),
    leftInRight: share(a, outside(right), lexicon),
    name: likestNames(left, right, lexicon),
    around: a.length > 0 && b.length > 0 ? 0 : aroundBoth(left, right, lexicon),
    sameRole: common,
    otherRole: !common && x.size > 0 && y.size > 0,
    pronoun: right.claimant.length === 1 && PRONOUNS.has(right.claimant[0]!.word),
    indefinite: INDEFINITE.has(right.claimant[0]?.word ?? ""),
  }
}

const PRONOUNS: ReadonlySet<string> = new Set(["he", "she", "it", "they", "we", "i", "who"])
const INDEFINITE: ReadonlySet<string> = new Set(["a", "an", "another", "one", "two", "three", "some", "several"])

const content = (words: readonly Word[], { stop }: RelationLexicon): Word[] =>
  words.filter(({ word }) => !stop.has(word) && word.length > 1)

const outside = ({ words, claim: { focus } }: ReadClaim): Word[] =>
  words.filter(({ start, end }) => end <= focus.start || start >= focus.end)

function share(words: readonly Word[], among: readonly Word[], lexicon: RelationLexicon): number {
  const stems = new Set(among.map(({ stem }) => stem))
  const total = words.reduce((sum, word) => sum + weigh(word, lexicon), 0)
  const found = words.reduce((sum, word) => sum + (stems.has(word.stem) ? weigh(word, lexicon) : 0), 0)
  return total === 0 ? 0 : found / total
}

/** An office ("spokesman") tells little of who it is, a name much. */
function weigh({ word, capital }: Word, { phrases }: RelationLexicon): number {
  if (phrases.get(word)?.includes("office")) return 0.3
  return capital ? 1.5 : 1
}

function aroundBoth(left: ReadClaim, right: ReadClaim, lexicon: RelationLexicon): number {
  const telling = (side: ReadClaim) =>
    (side.claimant.length > 0 ? side.claimant : outside(side)).filter(
      ({ word, capital }) => !lexicon.stop.has(word) && (capital || lexicon.roles.has(word)),
    )
  const [a, b] = [telling(left), telling(right)]
  return Math.max(share(a, b, lexicon), share(b, a, lexicon))
}

/** Runs of capitals, compared as names: "General Maxim Korschunow" and "Gen. Maksim Korshunov". */
function likestNames({ claim: left }: ReadClaim, { claim: right }: ReadClaim, { names }: RelationLexicon): number {
  const scores = runsOf(left.claimant).flatMap((one) =>
    runsOf(right.claimant).map((other) => compareNames(one, other, names).score),
  )
  return Math.max(0, ...scores)
}

const runsOf = (claimant: string | null): string[] =>
  claimant?.match(/\p{Lu}[\p{L}.'’-]*(?: (?:al-|de |von )?\p{Lu}[\p{L}.'’-]*)*/gu) ?? []

/** Of the claimant; where none is named, of the words around the claim. */
function rolesOf(side: ReadClaim, { roles }: RelationLexicon): ReadonlySet<string> {
  const words = side.claimant.length > 0 ? side.claimant : outside(side)
  return new Set(words.flatMap(({ word }) => roles.get(word) ?? []))
}
