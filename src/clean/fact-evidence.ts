import type { FactEvidence, FactField } from "../model/document.ts"

/** A value that some place in the input gives. */
export type Candidate = Readonly<{ from: string; value: string }>

/** A value that was chosen, null or empty where none was, and what all places said. */
export type Chosen<Value> = Readonly<{ value: Value; evidence: readonly FactEvidence[] }>

/** More places than these are not told of. */
const MOST = 8
const LONGEST = 300

/** Evidence of one field; `why` says of a candidate what speaks against it, null when it agrees with what was chosen. */
export const toEvidence = (
  field: FactField,
  candidates: readonly Candidate[],
  why: (candidate: Candidate) => string | null,
): FactEvidence[] =>
  candidates.slice(0, MOST).map((candidate) => {
    const against = why(candidate)
    const { from, value } = candidate
    return { field, value: value.slice(0, LONGEST), from, taken: against === null, why: against }
  })
