import type { Analysis } from "../model/analysis.ts"
import type { Place } from "../model/place.ts"

/** Places, in order, each resolved as far as it can be. Does not throw; empty when there are none. */
export function findPlaces(_analysis: Analysis): Place[] {
  return []
}
