/**
 * Boosted trees: `roots[t]` is the first node of tree t. A node asks whether feature `feature[n]` is at
 * most `threshold[n]` and goes on at `left[n]`, else at `right[n]`; where `feature[n]` is -1 the tree's
 * value is `threshold[n]`.
 */
export type Trees = Readonly<{
  features: readonly string[]
  roots: readonly number[]
  feature: readonly number[]
  threshold: readonly number[]
  left: readonly number[]
  right: readonly number[]
}>

/** Probability that the trees give to a row of features. */
export function probability(trees: Trees, row: ArrayLike<number>): number {
  const { feature, threshold, left, right } = trees
  let sum = 0
  for (const root of trees.roots) {
    let node = root
    while (feature[node]! >= 0) node = row[feature[node]!]! <= threshold[node]! ? left[node]! : right[node]!
    sum += threshold[node]!
  }
  return 1 / (1 + Math.exp(-sum))
}
