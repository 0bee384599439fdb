import type { Span } from "./span.ts"

/** `none`: a value that is no point or stretch of the calendar (PRESENT_REF), or no value at all. */
export const TIME_PRECISIONS = ["century", "decade", "year", "season", "quarter", "month", "week", "day", "part", "hour", "minute", "second", "duration", "set", "none"] as const // biome-ignore format: one list
export type TimePrecision = (typeof TIME_PRECISIONS)[number]

/** Words for a time, and what they mean where the day of writing is known. */
export type TimeExpression = Span &
  Readonly<{
    /** As in TIMEX3 (TimeML 1.2.1): "2023-05-23", "2023-W21", "P3D", "PRESENT_REF"; null: not resolved, never guessed. */
    value: string | null
    type: "DATE" | "TIME" | "DURATION" | "SET"
    precision: TimePrecision
    /** How it was resolved, in words. */
    because: readonly string[]
  }>
