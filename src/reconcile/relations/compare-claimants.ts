import type { RelationLexicon } from "../../lexicon/relations.ts"
import { compareNames } from "../names/compare-names.ts"
import type { ReadClaim } from "./read-claim.ts"
import type { Word } from "./words.ts"

export type ClaimantComparison = Readonly<{
  /** What share of the one's words the other has, the greater of both. */
  shared: number
  /** What share of the right claimant's words stand anywhere on the left, and the other way round. */
  rightInLeft: number
  leftInRight: number
  /** Likeness of the names, 0 to 1. */
  name: number
  /** Whether both are of one family of institutions or callings; whether both are of one, and of none in common. */
  sameRole: boolean
  otherRole: boolean
  pronoun: boolean
  indefinite: boolean
}>

/** How far the claimants may be one, institution and spokesman taken together. All 0 or false when none is named. */
export function compareClaimants(left: ReadClaim, right: ReadClaim, lexicon: RelationLexicon): ClaimantComparison {
  const [a, b] = [content(left.claimant, lexicon), content(right.claimant, lexicon)]
  const [x, y] = [rolesOf(left.claimant, lexicon), rolesOf(right.claimant, lexicon)]
  const common = [...x].some((role) => y.has(role))
  const text = (side: ReadClaim) => new Set(side.words.map(({ stem }) => stem))
  return {
    shared: Math.max(share(a, stems(b)), share(b, stems(a))),
    rightInLeft: share(b, text(left)),
    leftInRight: share(a, text(right)),
    name: left.claim.claimant && right.claim.claimant ? compareNames(left.claim.claimant, right.claim.claimant, lexicon.names).score : 0,
    sameRole: common,
    otherRole: !common && x.size > 0 && y.size > 0,
    pronoun: right.claimant.length === 1 && PRONOUNS.has(right.claimant[0]!.word),
    indefinite: ["a", "an", "another", "one", "two", "some", "several"].includes(right.claimant[0]?.word ?? ""),
  }
}

const PRONOUNS: ReadonlySet<string> = new Set(["he", "she", "it", "they", "we", "i", "who"])

const content = (words: readonly Word[], { stop }: RelationLexicon): Word[] => words.filter(({ word }) => !stop.has(word) && word.length > 1)

const stems = (words: readonly Word[]): ReadonlySet<string> => new Set(words.map(({ stem }) => stem))

const share = (words: readonly Word[], among: ReadonlySet<string>): number =>
  words.length === 0 ? 0 : words.filter(({ stem }) => among.has(stem)).length / words.length

const rolesOf = (words: readonly Word[], { roles }: RelationLexicon): ReadonlySet<string> =>
  new Set(words.flatMap(({ word }) => roles.get(word) ?? []))
