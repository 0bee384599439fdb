/** What speaks for or against a candidate, by name; 0 where it is left out. */
export type Evidence = Readonly<Record<string, number>>

export type Ranked<Item> = Readonly<{ item: Item; probability: number }>

/**
 * Candidates by the probability that they are the one, best first, and that of none of them. A softmax over the
 * weighed evidence of each; nobody weighs `<kind>.none`. Each feature has a weight of its own for the kind of
 * word that is resolved, beside one for all.
 */
export function rank<Item>(
  candidates: readonly Readonly<{ item: Item; evidence: Evidence }>[],
  { kind, weights }: Readonly<{ kind: string; weights: ReadonlyMap<string, number> }>,
): Readonly<{ best: Ranked<Item> | null; none: number }> {
  const weightOf = (feature: string): number => (weights.get(feature) ?? 0) + (weights.get(`${kind}.${feature}`) ?? 0)
  const scores = candidates.map(({ evidence }) =>
    Object.entries(evidence).reduce((sum, [feature, value]) => sum + value * weightOf(feature), 0),
  )
  const open = weightOf("none")
  const highest = Math.max(open, ...scores)
  const shares = scores.map((score) => Math.exp(score - highest))
  const rest = Math.exp(open - highest)
  const total = shares.reduce((sum, share) => sum + share, rest)
  let best = -1
  for (const [index, share] of shares.entries()) if (best < 0 || share > shares[best]!) best = index
  return {
    best: best < 0 ? null : { item: candidates[best]!.item, probability: shares[best]! / total },
    none: rest / total,
  }
}
