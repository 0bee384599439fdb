/** A letter that no table allows: dear, but a slip of one letter must not decide. */
const UNKNOWN = 8
const MOST_LATIN = 4

/**
 * How dear it is to write a Cyrillic word in these Latin letters, in bits a Cyrillic letter: 0.5 to 2 for a usual
 * spelling, above 4 for another name. The cheapest path over units of one or two letters.
 */
export function romanisedCost(
  cyrillic: string,
  latin: string,
  costs: ReadonlyMap<string, ReadonlyMap<string, number>>,
): number {
  const [n, m] = [cyrillic.length, latin.length]
  const width = m + 1
  const best = new Float64Array((n + 1) * width).fill(Number.POSITIVE_INFINITY)
  best[0] = 0
  const relax = (from: number, to: number, cost: number): void => {
    if (best[from]! + cost < best[to]!) best[to] = best[from]! + cost
  }
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = i * width + j
      if (best[here] === Number.POSITIVE_INFINITY) continue
      if (i < n) relax(here, here + width, UNKNOWN)
      if (j < m) relax(here, here + 1, UNKNOWN)
      for (let letters = 1; letters <= 2 && i + letters <= n; letters++) {
        const row = costs.get(cyrillic.slice(i, i + letters))
        if (!row) continue
        for (let length = 0; length <= MOST_LATIN && j + length <= m; length++) {
          const cost = row.get(latin.slice(j, j + length))
          if (cost !== undefined) relax(here, here + letters * width + length, cost)
        }
      }
    }
  }
  return best[n * width + m]! / Math.max(n, 1)
}
