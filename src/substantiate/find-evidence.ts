import type { Analysis } from "../model/analysis.ts"
import type { Attribution } from "../model/attribution.ts"
import type { Evidence } from "../model/evidence.ts"

/** What claims are rested on, checked against or attacked with, in order. Does not throw; empty when there is none. */
export function findEvidence(_analysis: Analysis, _attributions: readonly Attribution[]): Evidence[] {
  return []
}
