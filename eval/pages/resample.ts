import type { Interval } from "../attribution/interval.ts"
import { mersenneTwister } from "../attribution/mersenne-twister.ts"

/**
 * A 95 % interval of a figure over rows: these drawn again with replacement a thousand times, the draws those of
 * Python's `random.Random(1).choices`. At least one row.
 */
export function resample<Row>(rows: readonly Row[], figure: (rows: readonly Row[]) => number): Interval {
  const random = mersenneTwister(1)
  const draw = (): Row => rows[Math.floor(random() * rows.length)]!
  const figures = Array.from({ length: 1000 }, () => figure(Array.from(rows, draw))).sort((a, b) => a - b)
  return { low: figures[25]!, high: figures[974]! }
}
