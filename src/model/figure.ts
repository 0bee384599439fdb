import type { AttributionId } from "./attribution.ts"
import { idOf } from "./hash.ts"
import type { Span } from "./span.ts"
import type { TextId } from "./text.ts"

export type FigureId = string

export const MEASURES = [
  "killed", "wounded", "casualties", "captured", "arrested", "missing", "displaced", "rescued", "affected", "present",
  "charged", "destroyed", "damaged", "fired", "seized", "money", "share", "distance", "area", "mass", "magnitude",
  "rate", "votes", "count",
] as const // biome-ignore format: one list
export type Measure = (typeof MEASURES)[number]

export const STATUSES = ["civilian", "combatant", "unknown"] as const
export type Status = (typeof STATUSES)[number]

/** What the figure is counted over: the thing that happened, the last day, or all until now. */
export const PERIODS = ["incident", "day", "cumulative", "unknown"] as const
export type Period = (typeof PERIODS)[number]

/** A quantity as printed, as a typed interval. */
export type Figure = Span &
  Readonly<{
    id: FigureId
    measure: Measure
    /** Least value, included, in units of `unit`; null: open. */
    low: number | null
    /** Greatest value, included; null: open. */
    high: number | null
    /** Whether the text says that it is approximate ("some", "nearly"). */
    about: boolean
    /** "people", "km", "dollars", "percent", …; null when what is counted is all that is known. */
    unit: string | null
    /** Whom or what is counted, as printed; null when nothing is. */
    of: string | null
    /** Whose side those counted are on; only from a table of parties, else null. */
    side: string | null
    status: Status
    period: Period
    /** The whole that it is a part of ("12, including 3 children"). Parts are never added. */
    partOf: FigureId | null
    /** The figure that it repeats without a number ("the same number"). */
    sameAs: FigureId | null
    /** When it was said, as in TIMEX3; null when not known. */
    said: string | null
    /** The time that it holds for, as in TIMEX3; null when not known. */
    meant: string | null
    /** The words of the time that it holds for ("since January"); null when none are printed. */
    asOf: Span | null
    /** Name of the place that it holds for; null when not known. */
    place: string | null
    /** The innermost attribution whose content it stands in; null: the publisher's own voice. */
    attribution: AttributionId | null
    confidence: number
  }>

export const figureId = (text: TextId, span: Span): FigureId => idOf("f", text, span.start, span.end)
