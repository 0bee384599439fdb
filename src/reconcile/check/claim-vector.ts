/** Things that occur, by ascending number of each, with what each weighs here and how rare it is anywhere. */
export type Vector = Readonly<{
  keys: Int32Array
  weights: Float64Array
  rarities: Float64Array
  /** Of the vector, and the sum of its rarities; both with what has no number. */
  length: number
  sum: number
}>

/** What two vectors have in common: the product of their weights, the rarity and the number of what is in both. */
export type Common = Readonly<{ product: number; rarity: number; count: number }>

/**
 * Lay out a list of lists of things that occur; each weighs its rarity, and the logarithm of how often it does.
 * `toVector` is for a list that is not among them: what it alone has weighs in its length and sum.
 */
export function openVectors(lists: readonly (readonly string[])[], rarityOf: (key: string) => number) {
  const numbers = new Map<string, number>()
  for (const list of lists) for (const key of list) if (!numbers.has(key)) numbers.set(key, numbers.size)
  const toVector = (list: readonly string[]): Vector => {
    const times = new Map<string, number>()
    for (const key of list) times.set(key, (times.get(key) ?? 0) + 1)
    const parts = [...times].map(([key, count]) => {
      const rarity = rarityOf(key)
      return { number: numbers.get(key) ?? -1, rarity, weight: rarity * (1 + Math.log(count)) }
    })
    const known = parts.filter(({ number }) => number >= 0).sort((a, b) => a.number - b.number)
    return {
      keys: Int32Array.from(known, ({ number }) => number),
      weights: Float64Array.from(known, ({ weight }) => weight),
      rarities: Float64Array.from(known, ({ rarity }) => rarity),
      length: Math.sqrt(parts.reduce((sum, { weight }) => sum + weight * weight, 0)),
      sum: parts.reduce((sum, { rarity }) => sum + rarity, 0),
    }
  }
  return { vectors: lists.map(toVector), toVector }
}

/** All 0 when nothing is in both. */
export function findCommon(left: Vector, right: Vector): Common {
  let [product, rarity, count] = [0, 0, 0]
  for (let [i, j] = [0, 0]; i < left.keys.length && j < right.keys.length; ) {
    const [one, two] = [left.keys[i]!, right.keys[j]!]
    if (one === two) {
      product += left.weights[i]! * right.weights[j]!
      rarity += left.rarities[i]!
      count++
    }
    if (one <= two) i++
    if (two <= one) j++
  }
  return { product, rarity, count }
}

/** 0 to 1; 0 when either is empty. */
export const cosine = (left: Vector, right: Vector, { product }: Common): number =>
  product > 0 ? Math.min(1, product / (left.length * right.length)) : 0

/** The share of `of` that is in common, by rarity, 0 to 1; 0 when `of` is empty. */
export const cover = (of: Vector, { rarity }: Common): number => (of.sum > 0 ? Math.min(1, rarity / of.sum) : 0)
