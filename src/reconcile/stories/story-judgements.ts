/** What people decided about two documents: whether they are of one story. */
export type StoryJudgement = Readonly<{ left: string; right: string; same: boolean }>
type Two = readonly [left: string, right: string]
/** Pairs that do not contradict one another. */
export type StoryConstraints = Readonly<{ together: readonly Two[]; different: readonly Two[] }>

/**
 * What is left of judgements, given in the order in which they were made: a later one counts, and an earlier one that
 * contradicts later ones, be it through a third document, is left out.
 */
export function toConstraints(judgements: readonly StoryJudgement[]): StoryConstraints {
  const parents = new Map<string, string>()
  const find = (id: string): string => {
    let root = id
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up
    return root
  }
  const together: Two[] = []
  const different: Two[] = []
  for (const { left, right, same } of [...judgements].reverse()) {
    const [a, b] = [find(left), find(right)]
    if (!same && a !== b) different.push([left, right])
    if (!same || a === b) continue
    const isForbidden = different.some(([x, y]) => {
      const [p, q] = [find(x), find(y)]
      return (p === a && q === b) || (p === b && q === a)
    })
    if (isForbidden) continue
    together.push([left, right])
    parents.set(b, a)
  }
  return { together, different }
}
