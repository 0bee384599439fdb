import type { Point } from "./anchor.ts"
import { toPoint } from "./anchor.ts"
import type { Earlier, Surroundings } from "./rule.ts"

/** Farther back than so many expressions nothing is referred to ("that day", "a year earlier"). */
const REACH = 8

/** A report compares its figures with those of one quarter from its first words to its last. */
const FIGURES = 40

/** What a rule says that names a time only to set another against it; nothing is told from such a time. */
export const YEAR_BEFORE = "the same stretch, a year earlier"

const recent = ({ earlier }: Surroundings, reach = REACH): Earlier[] =>
  earlier
    .slice(-reach)
    .reverse()
    .filter(({ because }) => because[0] !== YEAR_BEFORE)

/** The last time named that is known to this part of the calendar; null when there is none. */
export function referenceOf(around: Surroundings, part: "year" | "quarter" | "month" | "day"): Point | null {
  for (const { type, value } of recent(around)) {
    const point = type === "DATE" || type === "TIME" ? toPoint(value) : null
    if (point && point[part] !== null) return point
  }
  return null
}

/** The part of the calendar in which a unit is counted. */
export function partOf(unit: string): "year" | "quarter" | "month" | "day" {
  if (unit.endsWith("Y")) return "year"
  return unit === "Q" ? "quarter" : unit === "M" ? "month" : "day"
}

/**
 * The stretch that figures are being compared over, as business reports do: the latest of the quarters named that had
 * begun when the text was written ("after a flat second quarter", "into the fourth quarter" name others beside it).
 * Null when there is none, or a run of months was named after the last one.
 */
export function comparedQuarter(around: Surroundings): number | null {
  const begun = around.anchor?.quarter ?? Number.POSITIVE_INFINITY
  const told = recent(around, FIGURES)
  const months = told.findIndex(({ type, value }) => type === "DURATION" && /^P\d+M$/.test(value ?? ""))
  const quarters = told.map(({ value, precision }) => (precision === "quarter" ? toPoint(value)?.quarter : null))
  if (months >= 0 && !quarters.slice(0, months).some((quarter) => quarter != null)) return null
  const named = quarters.filter((quarter) => quarter != null)
  const full = named.filter((quarter) => quarter < begun)
  const likely = full.length > 0 ? full : named.filter((quarter) => quarter <= begun)
  return likely.length > 0 ? Math.max(...likely) : null
}
