import type { Analysis } from "../model/analysis.ts"
import type { PublishedDate } from "../model/date.ts"
import type { TimeExpression } from "../model/time.ts"

/** Words for times, in order, with their TIMEX3 values where they can be resolved. Does not throw; empty when there are none. */
export function findTimes(_analysis: Analysis, _published: PublishedDate | null): TimeExpression[] {
  return []
}
