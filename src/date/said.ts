import type { Analysis } from "../model/analysis.ts"
import type { Attribution } from "../model/attribution.ts"
import type { Span } from "../model/span.ts"
import { contains, overlaps } from "../model/span.ts"
import type { TimeExpression } from "../model/time.ts"

/** When a claim was made, and the times that it speaks of: never one taken for the other. */
export type ClaimTimes = Readonly<{
  /** Beside the cue, outside of what is said; null when no such time is printed. */
  said: TimeExpression | null
  /** Inside what is said, in reading order. */
  meant: readonly TimeExpression[]
}>

/**
 * The times of one claim: `meant` are those that overlap its content; `said` is the date or clock time nearest to the
 * cue in the cue's sentence, with no content between. A floating quotation has no cue and so no `said`. Does not throw.
 */
export function timesOfClaim(
  { cue, content }: Pick<Attribution, "cue" | "content">,
  times: readonly TimeExpression[],
  { sentences }: Pick<Analysis, "sentences">,
): ClaimTimes {
  const isMeant = (time: Span): boolean => content.some((part) => overlaps(part, time))
  const meant = times.filter(isMeant)
  const sentence = cue && sentences.find((sentence) => contains(sentence, cue))
  if (!cue || !sentence) return { said: null, meant }
  const beside = times.filter(
    (time) =>
      (time.type === "DATE" || time.type === "TIME") &&
      contains(sentence, time) &&
      !isMeant(time) &&
      !content.some((part) => overlaps(part, between(cue, time))),
  )
  return { said: beside.sort((a, b) => distance(cue, a) - distance(cue, b))[0] ?? null, meant }
}

const between = (a: Span, b: Span): Span => ({ start: Math.min(a.end, b.end), end: Math.max(a.start, b.start) })

const distance = (a: Span, b: Span): number => Math.max(a.start, b.start) - Math.min(a.end, b.end)
