import type { Point } from "../anchor.ts"
import { toPoint } from "../anchor.ts"
import { monthValue, yearValue } from "../calendar.ts"
import { countOf, lengthValue } from "../count.ts"
import { endsSentence } from "../direction.ts"
import { comparedQuarter, referenceOf, YEAR_BEFORE } from "../reference.ts"
import type { Meaning, Rule, Surroundings } from "../rule.ts"
import { numberOf, pattern, tokenOf } from "../rule.ts"
import { shift } from "../shift.ts"
import type { Token } from "../tokens.ts"
import { isMonth, monthDay } from "./days.ts"
import { COUNT } from "./parts.ts"

/** Stretches that business reports set their figures against. */
export const COMPARED: readonly Rule[] = [
  {
    name: "year-before",
    says: YEAR_BEFORE,
    pattern: pattern("{the|article|number}?{unit}{hyphen}?{ago|earlier}(?:{unit|period}|{count}?{units})?|{the|article}?{previous}{hyphen}{unit}(?:{unit|period})?".replace("{count}", COUNT)), // biome-ignore format: one pattern
    mean: (matched, around) => yearBefore(matched, around),
  },
  {
    name: "same-stretch",
    says: YEAR_BEFORE,
    pattern: pattern(
      `{the}{that}(?:{unit}|{period})(?:{of|preposition}{the}?)?(?:{last|previous}{unit}|{the|article}{unit}{hyphen}?{ago|earlier|before}|{year-number})|{last}{unit}{possessive}(?:{unit}|{period})`,
    ),
    mean: (matched, around) => sameStretch(matched, around),
  },
  {
    name: "period-of-year",
    says: "the stretch spoken of, in another year",
    pattern: pattern("{the}{year-number}{period}"),
    mean: (matched, around) => periodOfYear(matched, around),
  },
]

const UNKNOWN = "the day of writing is not known"

const date = (value: string | null, precision: Meaning["precision"], how?: string): Meaning => ({
  type: "DATE",
  value,
  precision,
  ...(how ? { how } : {}),
})

const lastFull = ({ anchor }: Surroundings): number | null => (anchor?.quarter ? anchor.quarter - 1 : null)

export function quarterSpokenOf(around: Surroundings): Meaning {
  const named = comparedQuarter(around)
  const quarter = named ?? lastFull(around)
  const point = quarter === null ? null : { year: Math.floor(quarter / 4), quarter, month: null, day: null }
  const { value } = shift(point, "Q", 0)
  return date(value, "quarter", named === null ? (value ? "the last full one" : UNKNOWN) : "the one named before it")
}

/** "the quarter ended July 31": the one that holds its middle, a month and a half before. Null when no such day follows. */
export function quarterEnded(around: Surroundings): Meaning | null {
  const month = dayOfEnd(around)?.month ?? null
  if (month === null) return null
  const quarter = Math.floor((month - 1) / 3)
  const { value } = shift({ year: 0, quarter, month: null, day: null }, "Q", 0)
  return date(value, "quarter", "by the day on which it ended")
}

/** The day of a month in "ended July 31"; null where none follows. */
export function dayOfEnd(around: Surroundings): Point | null {
  const { tokens, to } = around
  const [ended, ...rest] = tokens.slice(to, to + 6)
  if (!ended?.value.startsWith("end") || !rest.slice(0, 2).some(isMonth)) return null
  return toPoint(monthDay(rest, { ...around, from: to + 1, to: to + 6 }).value)
}

/** "a year earlier" beside figures of a quarter is that quarter of the year before. */
function yearBefore(matched: readonly Token[], around: Surroundings): Meaning | null {
  if (tokenOf(matched, "unit")!.value !== "Y") return null
  if ((numberOf(matched, "number") ?? 1) !== 1 || tokenOf(matched, "earlier", "ago")?.value === "before") return null
  if (tokenOf(matched, "units")) return { type: "DURATION", value: lengthValue(countOf(matched.slice(3)) ?? "X", "M"), precision: "duration" } // biome-ignore format: one step
  const quarter = comparedQuarter(around) ?? (matched.at(-1)!.value === "Q" ? lastFull(around) : null)
  if (quarter !== null) return { ...shift({ year: 0, quarter, month: null, day: null }, "Q", -4), type: "DATE", how: "beside the quarter named before it" } // biome-ignore format: one step
  const month = matched.at(-1)!.kind === "period" ? null : comparedMonth(around)
  if (month !== null) return { type: "DATE", value: monthValue(month - 12), precision: "month", how: "beside the month named before it" } // biome-ignore format: one step
  const ago = tokenOf(matched, "ago") !== undefined
  const from = ago ? around.anchor : (referenceOf(around, "year") ?? around.anchor)
  return date(from && yearValue(from.year - 1), "year", from ? undefined : UNKNOWN)
}

/**
 * "the same period last year", "the corresponding quarter of 1988", "last year's quarter": as the year before; beside
 * figures of months or years, that year. Null for what is counted in other units.
 */
function sameStretch(matched: readonly Token[], around: Surroundings): Meaning | null {
  const [first, ...more] = matched.filter(({ kind }) => kind === "unit" || kind === "period")
  const [stretch, years] = matched[0]!.kind === "last" ? [more[0], first] : [first, more[0]]
  if ((years && years.value !== "Y") || (stretch!.kind === "unit" && stretch!.value !== "Q")) return null
  if (tokenOf(matched, "year-number")) return periodOfYear(matched, around)
  const quarter = comparedQuarter(around) ?? (stretch!.value === "Q" ? lastFull(around) : null)
  const before = around.anchor && yearValue(around.anchor.year - 1)
  return quarter === null ? date(before, "year", before ? undefined : UNKNOWN) : quarterBefore(quarter)
}

/** Reports of a month come out so many months after it at the latest. */
const REPORTED = 3

/** The month reported on in the same sentence ("September sales rose from a year earlier"); null where another date was named last. */
function comparedMonth({ tokens, from, earlier, anchor }: Surroundings): number | null {
  const last = earlier.filter(({ type, because }) => type === "DATE" && because[0] !== YEAR_BEFORE).at(-1)
  const month = last?.precision === "month" ? toPoint(last.value)?.month : null
  const old = (anchor?.month ?? Number.NaN) - (month ?? Number.NaN)
  if (!last || month == null || !(old >= 0 && old <= REPORTED)) return null
  for (let at = from - 1; tokens[at] && tokens[at]!.start >= last.end; at--) if (endsSentence(tokens, at)) return null
  return month
}

const quarterBefore = (quarter: number): Meaning => ({
  ...shift({ year: 0, quarter, month: null, day: null }, "Q", -4),
  type: "DATE",
  how: "beside the quarter named before it",
})

/** "the 1988 period" beside figures of a quarter is that quarter of 1988. */
function periodOfYear(matched: readonly Token[], around: Surroundings): Meaning {
  const year = numberOf(matched, "year-number")!
  const quarter = comparedQuarter(around)
  if (quarter === null) return date(yearValue(year), "year")
  const { value } = shift({ year, quarter: year * 4 + (quarter % 4), month: null, day: null }, "Q", 0)
  return date(value, "quarter", "beside the quarter named before it")
}
