/** What a later claim does to an earlier one; what each means stands in docs/commands.md. */
export const VERDICTS = [
  "repeats",
  "confirms",
  "disputes",
  "revises",
  "compatible",
  "not-comparable",
  "unsure",
] as const
export type Verdict = (typeof VERDICTS)[number]
