/** What people decided about two things: whether they are one. */
export type JudgedPair = Readonly<{ left: string; right: string; same: boolean }>

/** What follows from judgements on pairs, also by way of third things. */
export type JudgedPairs = Readonly<{
  /** Whether two things are one or two; null where nothing that was judged tells. */
  verdictOn(left: string, right: string): "one" | "two" | null
  /** All that are one with it, itself among them. */
  groupOf(thing: string): ReadonlySet<string>
  /** Whether something is judged not to be one with it. */
  hasOther(thing: string): boolean
}>

/**
 * Given in the order in which they were judged. What was judged to be two stays two: of those that would make it one by
 * way of third things, the later ones are left out.
 */
export function judgedPairs(pairs: readonly JudgedPair[]): JudgedPairs {
  const groups = new Map<string, Set<string>>()
  const groupOf = (thing: string): Set<string> => groups.get(thing) ?? new Set([thing])
  const others = new Map<string, Set<string>>()
  const note = (one: string, other: string): void => {
    others.set(one, (others.get(one) ?? new Set()).add(other))
  }
  for (const { left, right, same } of pairs) {
    if (same || left === right) continue
    note(left, right)
    note(right, left)
  }
  const areTwo = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => {
    if (others.size === 0) return false
    const [few, many] = one.size <= other.size ? [one, other] : [other, one]
    for (const thing of few) for (const apart of others.get(thing) ?? []) if (many.has(apart)) return true
    return false
  }
  for (const { left, right, same } of pairs) {
    const [one, two] = [groupOf(left), groupOf(right)]
    if (!same || one === two || areTwo(one, two)) continue
    const [kept, gone] = one.size >= two.size ? [one, two] : [two, one]
    for (const thing of [...kept, ...gone]) groups.set(thing, kept.add(thing))
  }
  return {
    verdictOn(left, right) {
      const [one, two] = [groupOf(left), groupOf(right)]
      if (one.has(right)) return "one"
      return areTwo(one, two) ? "two" : null
    },
    groupOf,
    hasOther: (thing) => others.size > 0 && [...groupOf(thing)].some((one) => others.has(one)),
  }
}
