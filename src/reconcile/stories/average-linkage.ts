/** A pair of items (`left` < `right`) and how strongly they belong together; pairs that are absent have `apart`. */
export type Link = Readonly<{ left: number; right: number; score: number }>
/** `least`: mean score from which two groups are one. `apart`: the score of a pair that is no candidate. */
export type Linkage = Readonly<{ least: number; apart: number }>

/**
 * Groups by average linkage: the two groups whose items belong together most strongly on average become one, until none
 * reach `least`. The number of each item's group: its smallest item. Of equals, the smaller numbers go first, so that
 * the result hangs on nothing but items and scores. Sparse: groups without a link between them are never compared.
 */
export function averageLinkage(items: number, links: readonly Link[], { least, apart }: Linkage): number[] {
  const sums = new Map<number, Map<number, Readonly<{ sum: number; count: number }>>>()
  const put = (a: number, b: number, value: Readonly<{ sum: number; count: number }>): void => {
    sums.set(a, (sums.get(a) ?? new Map()).set(b, value))
    sums.set(b, (sums.get(b) ?? new Map()).set(a, value))
  }
  for (const { left, right, score } of links) put(left, right, { sum: score, count: 1 })
  const groups = new Map(Array.from({ length: items }, (_, item) => [item, [item]]))
  const mean = (a: number, b: number): number => {
    const all = groups.get(a)!.length * groups.get(b)!.length
    const { sum, count } = sums.get(a)!.get(b)!
    return (sum + (all - count) * apart) / all
  }
  for (;;) {
    const best = strongest(sums, mean, least)
    if (!best) break
    const [kept, gone] = best
    for (const [other, value] of sums.get(gone)!) {
      sums.get(other)!.delete(gone)
      if (other === kept) continue
      const known = sums.get(kept)!.get(other)
      put(kept, other, known ? { sum: known.sum + value.sum, count: known.count + value.count } : value)
    }
    sums.delete(gone)
    groups.set(kept, [...groups.get(kept)!, ...groups.get(gone)!])
    groups.delete(gone)
  }
  const group = new Array<number>(items)
  for (const [first, members] of groups) for (const member of members) group[member] = Math.min(first, ...members)
  return group
}

function strongest(
  sums: ReadonlyMap<number, ReadonlyMap<number, unknown>>,
  mean: (a: number, b: number) => number,
  least: number,
): [number, number] | null {
  let best: [number, number] | null = null
  let score = least
  for (const [a, row] of sums) {
    for (const b of row.keys()) {
      if (b < a) continue
      const value = mean(a, b)
      const isBetter = value > score || (value === score && (!best || a < best[0] || (a === best[0] && b < best[1])))
      if (isBetter) [best, score] = [[a, b], value]
    }
  }
  return best
}
