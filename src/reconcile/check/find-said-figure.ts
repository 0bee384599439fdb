import type { Figure } from "../../model/figure.ts"
import { type ComparedFigure, compareFigures } from "./compare-figures.ts"

/** The figure of a statement that answers one asked for; `other`: it is another one than that asked for. */
export type SaidFigure = Readonly<{ asked: Figure; said: Figure; other: boolean }>

/** How far the known end of an open figure ("at least 23") may lie from the one asked for, as a share of the greater. */
const NEAR = 0.1

/**
 * The figure that a statement gives for one that is asked for: the same or near before another, the exact one first. Null
 * where none can be compared. "At least 12" goes with 26, but does not say it.
 */
export function findSaidFigure(asked: readonly Figure[], said: readonly Figure[]): SaidFigure | null {
  const pairs = asked.flatMap((one) =>
    said.flatMap((other): SaidFigure[] => {
      const relation = compareFigures(one, other)
      if (relation === "apart") return []
      return [{ asked: one, said: other, other: relation === "clash" || !isNear(one, other) }]
    }),
  )
  const isExact = ({ asked, said }: SaidFigure) => asked.low === said.low && asked.high === said.high
  return pairs.sort((a, b) => Number(a.other) - Number(b.other) || Number(isExact(b)) - Number(isExact(a)))[0] ?? null
}

/** Whether a figure that may hold beside the one asked for says so: its ends are known, or lie within that one or near it. */
function isNear(asked: ComparedFigure, said: ComparedFigure): boolean {
  const end = said.low === null ? said.high : said.high === null ? said.low : null
  if (end === null) return true
  const nearest = Math.max(asked.low ?? Number.NEGATIVE_INFINITY, Math.min(asked.high ?? Number.POSITIVE_INFINITY, end))
  return Math.abs(end - nearest) <= NEAR * Math.max(Math.abs(end), Math.abs(nearest))
}
