import type { TimePrecision } from "../model/time.ts"
import type { Point } from "./anchor.ts"
import { dayValue, monthValue, quarterValue, weekValue, yearValue } from "./calendar.ts"

export type Shifted = Readonly<{ value: string | null; precision: TimePrecision }>

/**
 * The time that lies so many units from a point, as exact as the unit ("three weeks ago" is a week).
 * Value null when the point is not known that exactly, or for units below the day.
 */
export function shift(point: Point | null, unit: string, count: number): Shifted {
  const by = (known: number | null | undefined, value: (number: number) => string | null, step = 1) =>
    known === null || known === undefined ? null : value(known + step * count)
  if (unit === "D") return { precision: "day", value: by(point?.day, dayValue) }
  if (unit.endsWith("W")) return { precision: "week", value: by(point?.day, weekValue, unit === "2W" ? 14 : 7) }
  if (unit === "M") return { precision: "month", value: by(point?.month, monthValue) }
  if (unit === "Q") return { precision: "quarter", value: by(point?.quarter, quarterValue) }
  if (unit === "WE") return { precision: "day", value: suffixed(by(point?.day, weekValue, 7), "-WE") }
  if (unit.endsWith("Y"))
    return { precision: "year", value: by(point?.year, yearValue, Number.parseInt(unit, 10) || 1) }
  return { precision: unit === "TH" ? "hour" : unit === "TM" ? "minute" : "second", value: null }
}

const suffixed = (value: string | null, suffix: string): string | null => value && value + suffix
