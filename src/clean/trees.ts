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

/** Probability that the trees give to a row of features. NaN is taken to be more than any threshold. */
export const probability = (trees: Trees, row: ArrayLike<number>): number =>
  probabilities(trees, row instanceof Float64Array ? row : Float64Array.from(row), row.length)[0]!

/** The same of many rows that lie one behind the other, each of `width` numbers. */
export function probabilities(trees: Trees, rows: Float64Array, width: number): Float64Array {
  const made = packed(trees)
  const found = new Float64Array(rows.length / width)
  for (let i = 0; i < found.length; i++)
    found[i] = made === null ? walked(trees, rows, i * width) : looked(made, rows, i * width)
  return found
}

/**
 * All questions of a feature are asked at once, the lowest threshold first: each "no" takes the leaves on its left out of its tree,
 * and the first "yes" ends it. What is left of a tree begins with its answer. Most features are 0 most of the time and cost nothing.
 * Method: QuickScorer (https://doi.org/10.1145/2766462.2767733).
 */
function looked(made: Packed, rows: Float64Array, from: number): number {
  const { features, bounds, thresholds, tree, keeps, values, shift, alive } = made
  alive.fill(-1)
  for (let i = 0; i < features.length; i++) {
    const value = rows[from + features[i]!]!
    const end = bounds[i + 1]!
    for (let k = bounds[i]!; k < end && !(value <= thresholds[k]!); k++) alive[tree[k]!]! &= keeps[k]!
  }
  let sum = 0
  for (let t = 0; t < alive.length; t++) {
    const bits = alive[t]!
    sum += values[(t << shift) + 31 - Math.clz32(bits & -bits)]!
  }
  return 1 / (1 + Math.exp(-sum))
}

/** Trees with more leaves than a number has bits, from node to node. */
function walked({ roots, feature, threshold, left, right }: Trees, row: Float64Array, from: number): number {
  let sum = 0
  for (const root of roots) {
    let node = root
    for (let asked = feature[node]!; asked >= 0; asked = feature[node]!)
      node = row[from + asked]! <= threshold[node]! ? left[node]! : right[node]!
    sum += threshold[node]!
  }
  return 1 / (1 + Math.exp(-sum))
}

const MOST_LEAVES = 32

type Packed = Readonly<{
  /** Features that are asked for, and where the questions for each begin. */
  features: Int32Array
  bounds: Int32Array
  /** Of each question: its threshold, its tree, and a bit for each leaf that a "no" leaves there. */
  thresholds: Float64Array
  tree: Int32Array
  keeps: Int32Array
  /** Of each tree its leaves from left to right; those of tree t begin at t << shift. */
  values: Float64Array
  shift: number
  /** Bits of the leaves that are left: filled anew for each row. */
  alive: Int32Array
}>
const known = new WeakMap<Trees, Packed | null>()
let last: Readonly<{ trees: Trees; packed: Packed | null }> | null = null

function packed(trees: Trees): Packed | null {
  if (last?.trees === trees) return last.packed
  const there = known.get(trees)
  const made = there === undefined ? pack(trees) : there
  known.set(trees, made)
  last = { trees, packed: made }
  return made
}

type Question = Readonly<{ feature: number; threshold: number; tree: number; keep: number }>

/** Null when a tree has too many leaves. */
function pack(trees: Trees): Packed | null {
  const questions: Question[] = []
  const leaves = trees.roots.map((root, tree) =>
    readLeaves(trees, root, (question) => questions.push({ ...question, tree })),
  )
  const most = leaves.reduce((longest, { length }) => Math.max(longest, length), 1)
  if (most > MOST_LEAVES) return null
  const shift = Math.ceil(Math.log2(most))
  const values = new Float64Array(leaves.length << shift)
  for (const [tree, own] of leaves.entries()) values.set(own, tree << shift)
  questions.sort((a, b) => a.feature - b.feature || a.threshold - b.threshold)
  const features = [...new Set(questions.map(({ feature }) => feature))]
  const firsts = features.map((wanted) => questions.findIndex(({ feature }) => feature === wanted))
  return {
    features: Int32Array.from(features),
    bounds: Int32Array.from([...firsts, questions.length]),
    thresholds: Float64Array.from(questions, ({ threshold }) => threshold),
    tree: Int32Array.from(questions, (question) => question.tree),
    keeps: Int32Array.from(questions, ({ keep }) => keep),
    values,
    shift,
    alive: new Int32Array(leaves.length),
  }
}

/** A tree's leaves from left to right; `ask` is told each question on the way. */
function readLeaves(
  { feature, threshold, left, right }: Trees,
  root: number,
  ask: (question: Omit<Question, "tree">) => void,
): number[] {
  const leaves: number[] = []
  const read = (node: number): void => {
    if (feature[node]! < 0) return void leaves.push(threshold[node]!)
    const first = leaves.length
    read(left[node]!)
    const gone = ((1 << (leaves.length - first)) - 1) << first
    ask({ feature: feature[node]!, threshold: threshold[node]!, keep: ~gone })
    read(right[node]!)
  }
  read(root)
  return leaves
}
