import { type JudgedPairs, judgedPairs } from "./judged-pairs.ts"
import type { LoggedJudgement } from "./judgement.ts"
import { latestJudgements } from "./latest-judgements.ts"

const MARK = "name:"

/** What a judgement on a name is about: the name whatever its case, its white space and an article before it. */
export const nameSubject = (name: string): string =>
  MARK +
  name
    .normalize("NFC")
    .trim()
    .replace(/\s+/g, " ")
    .toLowerCase()
    .replace(/^the (?=.)/, "")

/** What people decided on pairs of names. */
export type JudgedNames = Readonly<{
  /** "same", "different", "unsure"; null where nobody judged, or withdrew it. */
  verdictOn(left: string, right: string): string | null
  /** Whether any two were judged to be two's. */
  anyDifferent: boolean
  /** Subjects of the names that are one's, in the order in which that was judged. */
  same: readonly (readonly [string, string])[]
  /** What follows from all of them, by subjects. */
  subjects: JudgedPairs
}>

export function judgedNames(judgements: readonly LoggedJudgement[]): JudgedNames {
  const pairs = latestJudgements(judgements).flatMap(({ left, right, verdict }) =>
    right !== null && left.startsWith(MARK) && right.startsWith(MARK) ? [{ left, right, verdict }] : [],
  )
  const keyOf = (left: string, right: string) => [left, right].sort().join("\n")
  const verdicts = new Map(pairs.map(({ left, right, verdict }) => [keyOf(left, right), verdict]))
  return {
    verdictOn: (left, right) => verdicts.get(keyOf(nameSubject(left), nameSubject(right))) ?? null,
    anyDifferent: pairs.some(({ verdict }) => verdict === "different"),
    same: pairs.filter(({ verdict }) => verdict === "same").map(({ left, right }) => [left, right]),
    subjects: judgedPairs(
      pairs.flatMap(({ left, right, verdict }) =>
        verdict === "same" || verdict === "different" ? [{ left, right, same: verdict === "same" }] : [],
      ),
    ),
  }
}

/** Likeness of names as people decided on it, be it by way of third names; where nothing tells, as it is. */
export function heeding(judged: JudgedNames, likeness: (left: string, right: string) => number) {
  if (judged.same.length === 0 && !judged.anyDifferent) return likeness
  return (left: string, right: string): number => {
    const verdict = judged.subjects.verdictOn(nameSubject(left), nameSubject(right))
    return verdict === "one" ? 1 : verdict === "two" ? 0 : likeness(left, right)
  }
}
