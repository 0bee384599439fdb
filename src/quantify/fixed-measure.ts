import type { Measure } from "../model/figure.ts"
import type { Sentence } from "./find-drafts.ts"
import type { MeasureFound } from "./find-measure.ts"
import type { Quantity } from "./read-quantity.ts"

/** Measures that a unit tells, whatever is said around it. */
export const FIXED: ReadonlySet<Measure> = new Set(["distance", "area", "mass", "money", "share", "rate", "magnitude"])

/** What the unit of a quantity tells; null when it has none, or one that counts ("barrels"). */
export function fixedMeasure(
  { tokens: { words } }: Sentence,
  { unit, kind, after }: Quantity,
  found: MeasureFound | null,
): Measure | null {
  if (kind === "share") return "share"
  const next = words[after] ?? ""
  // "five times the limit", "twice as many"
  if (
    next === "times" &&
    /^(?:the|as|more|higher|larger|bigger|greater|that|its|their|faster|lower)$/.test(words[after + 1] ?? "")
  )
    return "rate"
  if (!unit || unit.kind === "time") return null
  if (unit.kind === "sign" || unit.kind === "money") return "money"
  // "5.2 yards a carry", "3 km per lap"
  if (unit.kind === "distance" && /^(?:per|an?|each|every)$/.test(next) && words[after + 1] !== "half") return "rate"
  if (FIXED.has(unit.kind as Measure)) return unit.kind as Measure
  return found ? null : "count"
}
