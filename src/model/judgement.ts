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

/** A judgement as it lies in the ledger: numbered from 1, chained to the one before by hashes. */
export type LoggedJudgement = Judgement & Readonly<{ number: number; previous: string; hash: string }>
