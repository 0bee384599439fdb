import { type JudgedClaims, judgedClaims } from "./judged-claims.ts"
import { type JudgedCopies, judgedCopies } from "./judged-copies.ts"
import { type JudgedNames, judgedNames } from "./judged-names.ts"
import type { LoggedJudgement } from "./judgement.ts"

/** What people decided about names, claims and copies, as it counts now. */
export type Judged = Readonly<{ names: JudgedNames; claims: JudgedClaims; copies: JudgedCopies }>

/** Given in the order of their numbers. */
export const toJudged = (judgements: readonly LoggedJudgement[]): Judged => ({
  names: judgedNames(judgements),
  claims: judgedClaims(judgements),
  copies: judgedCopies(judgements),
})

export const NOTHING_JUDGED: Judged = toJudged([])
