/** Weights by key; `length` is that of the vector, `sum` that of its weights. */
export type Vector = Readonly<{ weights: ReadonlyMap<string, number>; length: number; sum: number }>

/** A vector of things that occur, each weighing its rarity. */
export function toVector(keys: Iterable<string>, rarityOf: (key: string) => number): Vector {
  const weights = new Map<string, number>()
  for (const key of keys) weights.set(key, rarityOf(key))
  let [sum, squares] = [0, 0]
  for (const weight of weights.values()) {
    sum += weight
    squares += weight * weight
  }
  return { weights, length: Math.sqrt(squares), sum }
}

/** 0 to 1; 0 when either is empty. */
export function cosine(left: Vector, right: Vector): number {
  const product = shared(left, right, (weight) => weight * weight)
  return product > 0 ? Math.min(1, product / (left.length * right.length)) : 0
}

/** The share of `of` that `by` has, 0 to 1; 0 when `of` is empty. */
export const cover = (of: Vector, by: Vector): number => (of.sum > 0 ? shared(of, by, (weight) => weight) / of.sum : 0)

function shared(left: Vector, right: Vector, count: (weight: number) => number): number {
  const [few, many] = left.weights.size < right.weights.size ? [left, right] : [right, left]
  let sum = 0
  for (const [key, weight] of few.weights) if (many.weights.has(key)) sum += count(weight)
  return sum
}
