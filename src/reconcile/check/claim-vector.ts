/** Weights by key; `length` is that of the vector, `sum` that of its weights. */
export type Vector = Readonly<{ weights: ReadonlyMap<string, number>; length: number; sum: number }>

/** A vector of things that occur, each weighing its rarity, and the logarithm of how often it does. */
export function toVector(keys: Iterable<string>, rarityOf: (key: string) => number): Vector {
  const weights = new Map<string, number>()
  const times = new Map<string, number>()
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1)
  for (const [key, count] of times) weights.set(key, rarityOf(key) * (1 + Math.log(count)))
  let [sum, squares] = [0, 0]
  for (const weight of weights.values()) {
    sum += weight
    squares += weight * weight
  }
  return { weights, length: Math.sqrt(squares), sum }
}

/** 0 to 1; 0 when either is empty. */
export function cosine(left: Vector, right: Vector): number {
  const product = shared(left, right, (a, b) => a * b)
  return product > 0 ? Math.min(1, product / (left.length * right.length)) : 0
}

/** The share of `of` that `by` has, 0 to 1; 0 when `of` is empty. */
export const cover = (of: Vector, by: Vector): number => (of.sum > 0 ? shared(of, by, Math.min) / of.sum : 0)

function shared(left: Vector, right: Vector, count: (left: number, right: number) => number): number {
  const [few, many] = left.weights.size < right.weights.size ? [left, right] : [right, left]
  let sum = 0
  for (const [key, weight] of few.weights) {
    const other = many.weights.get(key)
    if (other !== undefined) sum += count(weight, other)
  }
  return sum
}
