/** Runs of so many characters are compared: short enough to miss little around a difference, long enough to know the place. */
const RUN = 8

/** White space, and the marks that only say where a line may break, tell no two texts apart. */
const bare = (text: string): string => text.replace(/[\s\u00AD\u200B\uFEFF]+/g, "")

/**
 * How many characters of two texts agree, and how many both have. A character agrees when the run of eight that it begins
 * stands in the other text as often; order over longer stretches does not count, so that a moved block is no error.
 */
export function agreement(one: string, other: string): Readonly<{ same: number; all: number }> {
  const [a, b] = [bare(one), bare(other)]
  if (a === b) return { same: 2 * a.length, all: 2 * a.length }
  const counts = new Map<string, number>()
  for (let i = 0; i < a.length; i++) add(counts, a.slice(i, i + RUN), 1)
  let same = 0
  for (let i = 0; i < b.length; i++) {
    const run = b.slice(i, i + RUN)
    if ((counts.get(run) ?? 0) === 0) continue
    add(counts, run, -1)
    same += 2
  }
  return { same, all: a.length + b.length }
}

const add = (counts: Map<string, number>, run: string, by: number): void =>
  void counts.set(run, (counts.get(run) ?? 0) + by)
