import type { Span } from "../../model/span.ts"

/**
 * Which characters some spans cover, for many questions: `coverage(spans)(span)` is how many characters of `span`
 * lie in any of them. The spans may overlap and stand in any order.
 */
export function coverage(spans: readonly Span[]): (span: Span) => number {
  const runs: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const run = runs.at(-1)
    if (run && start <= run.end) run.end = Math.max(run.end, end)
    else runs.push({ start, end })
  }
  return ({ start, end }) => {
    let covered = 0
    for (let i = firstAfter(runs, start); i < runs.length && runs[i]!.start < end; i++) {
      covered += Math.min(end, runs[i]!.end) - Math.max(start, runs[i]!.start)
    }
    return covered
  }
}

/** Index of the first run that ends after `place`. */
function firstAfter(runs: readonly Span[], place: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]!.end <= place) low = middle + 1
    else high = middle
  }
  return low
}
