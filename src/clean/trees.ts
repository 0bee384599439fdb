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
  const { roots, feature, threshold, left, right } = packed(trees)
  let sum = 0
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!
    for (let asked = feature[node]!; asked >= 0; asked = feature[node]!)
      node = row[asked]! <= threshold[node]! ? left[node]! : right[node]!
    sum += threshold[node]!
  }
  return 1 / (1 + Math.exp(-sum))
}

type Packed = Readonly<{
  roots: Int32Array
  feature: Int16Array
  threshold: Float64Array
  left: Int32Array
  right: Int32Array
}>
const known = new WeakMap<Trees, Packed>()
let last: Readonly<{ trees: Trees; packed: Packed }> | null = null

/** The trees as typed arrays, which are read several times as fast. */
function packed(trees: Trees): Packed {
  if (last?.trees === trees) return last.packed
  const made = known.get(trees) ?? pack(trees)
  known.set(trees, made)
  last = { trees, packed: made }
  return made
}

function pack(trees: Trees): Packed {
  const { roots, feature, threshold, left, right } = trees
  return {
    roots: Int32Array.from(roots),
    feature: Int16Array.from(feature),
    threshold: Float64Array.from(threshold),
    left: Int32Array.from(left),
    right: Int32Array.from(right),
  }
}
