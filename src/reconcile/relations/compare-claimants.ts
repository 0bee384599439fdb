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
  /** Whether both are told apart by names: "Orlo's navy" and "the navy of Kestria". */
  otherName: boolean
}>

/** How far the claimants may be one, institution and spokesman taken together. All 0 or false when none is named. */
export function compareClaimants(left: ReadClaim, right: ReadClaim, lexicon: RelationLexicon): ClaimantComparison {
  const [a, b] = [content(left.claimant, lexicon), content(right.claimant, lexicon)]
  const [x, y] = [rolesOf(left, lexicon), rolesOf(right, lexicon)]
  const common = [...x].some((role) => y.has(role))
  const name = likestNames(left, right, lexicon)
  const named = runsOf(left, lexicon).length > 0 && runsOf(right, lexicon).length > 0
  return {
    shared: Math.max(share(a, b, lexicon), share(b, a, lexicon)),
    rightInLeft: share(b, outside(left), lexicon),
    leftInRight: share(a, outside(right), lexicon),
    name,
    otherName: named && name < 0.5,
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

/** Runs of capitals without words of office, compared as names: "General Maxim Korschunow" and "Gen. Maksim Korshunov". */
function likestNames(left: ReadClaim, right: ReadClaim, lexicon: RelationLexicon): number {
  const others = runsOf(right, lexicon)
  const scores = runsOf(left, lexicon).flatMap((one) =>
    others.map((other) => compareNames(one, other, lexicon.names).score),
  )
  return Math.max(0, ...scores)
}

/** Names in the words for a claimant; "The", "Two" or "Lawyer" at their beginning is none. */
function runsOf({ claimant, claim }: ReadClaim, { stop, roles }: RelationLexicon): string[] {
  const runs: string[] = []
  let end = -1
  for (const { word, capital, start, ...span } of claimant) {
    if (!capital || stop.has(word) || roles.has(word) || INDEFINITE.has(word)) continue
    const name = (claim.claimant ?? "").slice(start, span.end)
    if (start - end <= 2 && runs.length > 0) runs.push(`${runs.pop()} ${name}`)
    else runs.push(name)
    end = span.end
  }
  return runs
}

/** Of the claimant; where none is named, of the words around the claim. */
function rolesOf(side: ReadClaim, { roles }: RelationLexicon): ReadonlySet<string> {
  const words = side.claimant.length > 0 ? side.claimant : outside(side)
  return new Set(words.flatMap(({ word }) => roles.get(word) ?? []))
}
