import type { Figure } from "../../model/figure.ts"

/** What of a figure tells whether another one may hold beside it. */
export type ComparedFigure = Pick<
  Figure,
  "measure" | "low" | "high" | "about" | "unit" | "status" | "period" | "meant" | "partOf"
>

/** `clash`: not both can hold; `same`: both may, of one thing; `apart`: of two things, or not to be told. */
export type FigureRelation = "same" | "clash" | "apart"

/** How far a number said to be approximate may lie off, as a share of it. */
const ABOUT = 0.1

/** Two figures as typed intervals: of one measure, scope and time they clash when they share no value. */
export function compareFigures(left: ComparedFigure, right: ComparedFigure): FigureRelation {
  if (left.measure !== right.measure || unitOf(left) !== unitOf(right)) return "apart"
  if (left.partOf !== null || right.partOf !== null) return "apart"
  if (differ(left.status, right.status, "unknown") || differ(left.period, right.period, "unknown")) return "apart"
  if (isDay(left.meant) && isDay(right.meant) && left.meant !== right.meant) return "apart"
  const [a, b] = [bounds(left), bounds(right)]
  return Math.max(a.low, b.low) <= Math.min(a.high, b.high) ? "same" : "clash"
}

const differ = (left: string, right: string, open: string): boolean => left !== right && left !== open && right !== open

/** What has no unit and what is counted in people are counted alike. */
const unitOf = ({ unit }: ComparedFigure): string => unit ?? "people"

const isDay = (meant: string | null): boolean => /^\d{4}-\d{2}-\d{2}/.test(meant ?? "")

function bounds({ low, high, about }: ComparedFigure): Readonly<{ low: number; high: number }> {
  const slack = about ? ABOUT : 0
  return {
    low: low === null ? Number.NEGATIVE_INFINITY : low * (1 - slack),
    high: high === null ? Number.POSITIVE_INFINITY : high * (1 + slack),
  }
}

/** "more than 70" is "71+", "between 15 and 16" is "15–16". */
export function figureText({ low, high, about, unit, measure }: ComparedFigure): string {
  const [from, to] = [low, high].map((value) => value?.toLocaleString("en-US", { maximumFractionDigits: 2 }))
  const range =
    from === undefined
      ? to === undefined
        ? "?"
        : `up to ${to}`
      : to === undefined
        ? `${from}+`
        : from === to
          ? from
          : `${from}–${to}`
  const what = unit === null || unit === "people" ? measure : `${unit} ${measure}`
  return `${about ? "about " : ""}${range} ${what}`
}
