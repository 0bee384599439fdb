/** Bounds are included; null: open. */
type Interval = Readonly<{ low: number | null; high: number | null }>

/**
 * Draw intervals as bars of `width` columns over one scale, from 0 (or the least, below 0) to the greatest bound: `━` from
 * low to high, `●` a single value, `◂` and `▸` an open end. No break in it, and dots where nothing is.
 */
export function plotter(intervals: readonly Interval[], width: number): (interval: Interval) => string {
  const bounds = intervals.flatMap(({ low, high }) => [low, high].filter((bound) => bound !== null))
  const [least, most] = [Math.min(0, ...bounds), Math.max(1, ...bounds)]
  const at = (value: number): number => Math.round(((value - least) / (most - least)) * (width - 1))
  return ({ low, high }) => {
    const [from, to] = [low === null ? 0 : at(low), high === null ? width - 1 : at(high)]
    const sign = (column: number): string => {
      if (column < from || column > to) return "·"
      if (low === null && column === from) return "◂"
      if (high === null && column === to) return "▸"
      return from === to ? "●" : "━"
    }
    return Array.from({ length: width }, (_, column) => sign(column)).join("")
  }
}
