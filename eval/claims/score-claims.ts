import type { ClaimText } from "counterclaim"
import type { Figures } from "../floors.ts"
import { share } from "../share.ts"
import type { CheckedClaim, GoldPost } from "./read-gold-claims.ts"

/** The claims that are like the question, likest first, by their places. */
export type Match = (question: ClaimText) => readonly Readonly<{ claim: number }>[]

const FEW = 5
/** The weights of the comparison were fitted on so many posts, the first. */
const FITTED = 250

/** The share of the posts whose claim comes first, and among the first five. Two checked claims of the same words are one. */
export function scoreHits(posts: readonly GoldPost[], claims: readonly CheckedClaim[], match: Match): Figures {
  const ranks = posts.map(({ post, fact }) =>
    match({ text: post }).findIndex(({ claim }) => claims[claim]!.fact === fact),
  )
  const hits = (most: number, of = ranks): number =>
    share(of.filter((rank) => rank >= 0 && rank < most).length, of.length)
  return {
    "hit@1": hits(1),
    "hit@1 of those fitted on": hits(1, ranks.slice(0, FITTED)),
    "hit@1 of the others": hits(1, ranks.slice(FITTED)),
    [`hit@${FEW}`]: hits(FEW),
  }
}
