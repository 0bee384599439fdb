/** A pair of items (`left` < `right`) and how strongly they belong together; pairs that are absent have `apart`. */
export type Link = Readonly<{ left: number; right: number; score: number }>
type Two = readonly [left: number, right: number]
/**
 * `least`: mean score from which two groups are one. `apart`: the score of a pair that is no candidate; less than `least`.
 * `together` and `different`: pairs that are of one group, or never of one, whatever their scores; they must not
 * contradict one another.
 */
export type Linkage = Readonly<{
  least: number
  apart: number
  together?: readonly Two[]
  different?: readonly Two[]
}>

/**
 * Groups by average linkage: the two groups whose items belong together most strongly on average become one, until none
 * reach `least`. The number of each item's group: its smallest item. Of equals, the smaller numbers go first. Sparse:
 * groups without a link between them are never compared; the strongest is taken from a queue.
 */
export function averageLinkage(items: number, links: readonly Link[], linkage: Linkage): number[] {
  const { least, apart, together = [], different = [] } = linkage
  const sizes = new Array<number>(items).fill(1)
  const parent = Array.from({ length: items }, (_, item) => item)
  /** How often a group has changed: an entry of the queue from before is void. */
  const changes = new Array<number>(items).fill(0)
  const rows = Array.from({ length: items }, () => new Map<number, Between>())
  const queue: Entry[] = []
  const put = (a: number, b: number, between: Between): void => {
    rows[a]!.set(b, between)
    rows[b]!.set(a, between)
    const all = sizes[a]! * sizes[b]!
    const score = (between.sum + (all - between.count) * apart) / all
    const [left, right] = a < b ? [a, b] : [b, a]
    if (score >= least) push(queue, { score, left, right, stamp: changes[a]! + changes[b]! })
  }
  const join = (kept: number, gone: number): void => {
    parent[gone] = kept
    sizes[kept]! += sizes[gone]!
    changes[kept]!++
    rows[kept]!.delete(gone)
    rows[gone]!.delete(kept)
    for (const [other, between] of rows[gone]!) {
      rows[other]!.delete(gone)
      const known = rows[kept]!.get(other)
      rows[kept]!.set(other, known ? { sum: known.sum + between.sum, count: known.count + between.count } : between)
    }
    rows[gone]!.clear()
    for (const [other, between] of rows[kept]!) put(kept, other, between)
  }
  for (const [left, right] of different) put(left, right, { sum: Number.NEGATIVE_INFINITY, count: 1 })
  for (const { left, right, score } of links) {
    if (!rows[left]!.has(right)) put(left, right, { sum: score, count: 1 })
  }
  for (const [left, right] of together) {
    const [a, b] = [rootOf(left, parent), rootOf(right, parent)]
    if (a !== b) join(Math.min(a, b), Math.max(a, b))
  }
  for (let next = pop(queue); next; next = pop(queue)) {
    const { left: kept, right: gone, stamp } = next
    if (parent[kept] !== kept || parent[gone] !== gone || changes[kept]! + changes[gone]! !== stamp) continue
    join(kept, gone)
  }
  return parent.map((_, item) => rootOf(item, parent))
}

/** Of the pairs of items between two groups that have a score: sum and number. */
type Between = Readonly<{ sum: number; count: number }>
type Entry = Readonly<{ score: number; left: number; right: number; stamp: number }>

/** A group that went into another has that one's number, which is smaller. */
function rootOf(item: number, parent: readonly number[]): number {
  let root = item
  while (parent[root] !== root) root = parent[root]!
  return root
}

const isBefore = (a: Entry, b: Entry): boolean =>
  a.score !== b.score ? a.score > b.score : a.left !== b.left ? a.left < b.left : a.right < b.right

/** Into a binary heap, the strongest on top. */
function push(heap: Entry[], entry: Entry): void {
  let at = heap.length
  while (at > 0) {
    const above = (at - 1) >> 1
    if (!isBefore(entry, heap[above]!)) break
    heap[at] = heap[above]!
    at = above
  }
  heap[at] = entry
}

function pop(heap: Entry[]): Entry | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (heap.length === 0 || last === undefined) return top
  let at = 0
  for (;;) {
    let below = 2 * at + 1
    if (below >= heap.length) break
    if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below++
    if (!isBefore(heap[below]!, last)) break
    heap[at] = heap[below]!
    at = below
  }
  heap[at] = last
  return top
}
