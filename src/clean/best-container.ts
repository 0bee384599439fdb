import type { Page } from "./page.ts"

/** The element whose paragraphs hold most words: its own count whole, those of its children by half. */
export function bestContainer({ blocks, containers }: Page, prose: Float64Array): number {
  const scores = new Map<number, number>()
  const add = (container: number, score: number) => scores.set(container, (scores.get(container) ?? 0) + score)
  for (const [i, { container }] of blocks.entries()) {
    if (prose[i] === 0) continue
    const parent = containers.parent[container]!
    add(parent, prose[i]!)
    add(containers.parent[parent]!, prose[i]! / 2)
  }
  let best = 0
  for (const [container, score] of scores) if (score > (scores.get(best) ?? 0)) best = container
  return best
}

/** Writes whether a container stands in the best one, and how many steps below it; else how far up they meet. */
export function stepsFrom(
  { containers }: Page,
  best: number,
): (rows: Float64Array, column: number, container: number) => number {
  const known = new Map<number, readonly [number, number]>()
  return (rows, column, container) => {
    const found = known.get(container) ?? stepsBetween(containers.parent, container, best)
    known.set(container, found)
    rows[column] = found[0]
    rows[column + 1] = found[1]
    return column + 2
  }
}

function stepsBetween(parent: readonly number[], container: number, best: number): [number, number] {
  let up = 0
  for (let target = best; up < 12; up++, target = parent[target]!) {
    const down = stepsTo(parent, container, target)
    if (down >= 0) return [Number(up === 0), up === 0 ? down : -up]
  }
  return [0, -12]
}

function stepsTo(parent: readonly number[], from: number, to: number): number {
  let steps = 0
  for (let at = from; steps < 40; steps++, at = parent[at]!) {
    if (at === to) return steps
    if (at === 0) return -1
  }
  return -1
}
