import type { Measure } from "../model/figure.ts"
import type { Sentence } from "./find-drafts.ts"
import type { MeasureFound } from "./find-measure.ts"
import type { Quantity } from "./read-quantity.ts"

/** Measures that a unit tells, whatever is said around it. */
export const FIXED: ReadonlySet<Measure> = new Set(["distance", "area", "mass", "money", "share", "rate", "magnitude"])

/** What the unit of a quantity tells; null when it has none, or one that counts ("barrels"). */
export function fixedMeasure(
  sentence: Sentence,
  { unit, kind, after }: Quantity,
  found: MeasureFound | null,
): Measure | null {
  if (kind === "share") return "share"
  if (!unit || unit.kind === "time") return null
  if (unit.kind === "sign" || unit.kind === "money") return isRate(sentence, after) ? "rate" : "money"
  if (FIXED.has(unit.kind as Measure)) return unit.kind as Measure
  return found ? null : "count"
}

/** "$ 5 a barrel", "3 km per hour" */
const isRate = ({ tokens: { words } }: Sentence, after: number): boolean => words[after] === "per"
