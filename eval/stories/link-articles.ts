/** Two groups, each known by its smallest article, and how well they go together. */
export type Merge = Readonly<{ into: number; from: number; score: number }>

const DEAD = -99

/** Average linkage: the merges, the best pair first each time, as long as it scores `least`. `scores` holds a row an article. */
export function linkArticles(scores: readonly Float64Array[], least: number): Merge[] {
  const table = scores.map((row) => row.slice())
  const size = new Float64Array(table.length).fill(1)
  for (const [at, row] of table.entries()) row[at] = DEAD
  const merges: Merge[] = []
  for (;;) {
    const best = bestOf(table)
    if (best === null || best.score < least) return merges
    merges.push(best)
    merge(table, size, best)
  }
}

/** Of equals the first of the rows, then of the columns. Null when there is no article. */
function bestOf(table: readonly Float64Array[]): Merge | null {
  let best: Merge | null = null
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < table.length; i++) {
    const row = table[i]!
    for (let j = 0; j < row.length; j++) {
      if (row[j]! <= top) continue
      top = row[j]!
      best = { into: Math.min(i, j), from: Math.max(i, j), score: top }
    }
  }
  return best
}

function merge(table: readonly Float64Array[], size: Float64Array, { into, from }: Merge): void {
  const [kept, gone] = [table[into]!, table[from]!]
  const [a, b] = [size[into]!, size[from]!]
  for (let at = 0; at < kept.length; at++) kept[at] = (kept[at]! * a + gone[at]! * b) / (a + b)
  for (let at = 0; at < kept.length; at++) table[at]![into] = kept[at]!
  gone.fill(DEAD)
  for (const row of table) row[from] = DEAD
  kept[into] = DEAD
  size[into] = a + b
}

/** For each of so many articles the smallest one of its group, after the merges before the first that scores less. */
export function groupsAt(merges: readonly Merge[], least: number, articles: number): number[] {
  const group = Array.from({ length: articles }, (_, at) => at)
  for (const { into, from, score } of merges) {
    if (score < least) break
    for (const [at, first] of group.entries()) if (first === from) group[at] = into
  }
  return group
}
