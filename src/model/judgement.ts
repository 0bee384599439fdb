/** What a person decided about two things, or about one (`right` null). Added, never changed; a later one counts. */
export type Judgement = Readonly<{
  left: string
  right: string | null
  /** "same", "different", "right", "wrong", … */
  verdict: string
  score: number | null
  /** A person's account, "user:ines", or a rule, "rule:full-name". */
  by: string
  reason: string | null
  /** ISO 8601 in UTC. */
  at: string
}>

/** Where a judgement that was taken over stood in the chain of the ledger in which it was made. */
export type Origin = Readonly<{ number: number; previous: string; hash: string }>

/**
 * A judgement as it lies in the ledger: numbered from 1, chained to the one before by hashes. `origin`: null unless it
 * was taken over from another ledger.
 */
export type LoggedJudgement = Judgement &
  Readonly<{ number: number; previous: string; hash: string; origin: Origin | null }>
