/** Rows of one length, each with its answer, 0 or 1, and what it counts. */
export type Observations = Readonly<{
  rows: readonly (readonly number[])[]
  answers: readonly number[]
  counts: readonly number[]
}>

/** The answer's odds are `constant` plus what each feature adds. */
export type Regression = Readonly<{ weights: readonly number[]; constant: number }>

const ROUNDS = 40
const SMALL = 1e-6
const STEEPEST = 30

/** A logistic regression, by Newton's method; `ridge` is on the squares of the weights of standardised features, halved. */
export function regress({ rows, answers, counts }: Observations, ridge: number): Regression {
  const { means, spreads } = spread(rows)
  const width = means.length + 1
  const standard = rows.map((row) =>
    Float64Array.from([...row.map((value, at) => (value - means[at]!) / spreads[at]!), 1]),
  )
  const penalty = Float64Array.from({ length: width }, (_, at) => (at < width - 1 ? ridge : SMALL))
  const b = new Float64Array(width)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = penalty.map((value, at) => value * b[at]!)
    const bends = Array.from(penalty, (value, at) => new Float64Array(width).fill(value, at, at + 1))
    for (const [index, z] of standard.entries()) {
      const p = 1 / (1 + Math.exp(-Math.max(-STEEPEST, Math.min(STEEPEST, dot(z, b)))))
      const [miss, bend] = [counts[index]! * (p - answers[index]!), counts[index]! * p * (1 - p)]
      for (let i = 0; i < width; i++) {
        slope[i]! += miss * z[i]!
        const scaled = bend * z[i]!
        for (let j = 0; j <= i; j++) bends[i]![j]! += scaled * z[j]!
      }
    }
    for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) bends[j]![i] = bends[i]![j]!
    const step = solve(bends, slope)
    for (let at = 0; at < width; at++) b[at]! -= step[at]!
    if (step.every((value) => Math.abs(value) < SMALL)) break
  }
  const weights = Array.from(spreads, (value, at) => b[at]! / value)
  return { weights, constant: b[width - 1]! - dot(weights, means) }
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

function spread(rows: readonly (readonly number[])[]) {
  const means = rows[0]!.map((_, at) => rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length)
  const squares = means.map((mean, at) => rows.reduce((sum, row) => sum + (row[at]! - mean) ** 2, 0) / rows.length)
  return { means, spreads: squares.map((square) => Math.sqrt(square) + 1e-9) }
}

/** By elimination, the largest of a column first; both are changed. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length
  for (let column = 0; column < size; column++) {
    let top = column
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[top]![column]!)) top = row
    }
    ;[matrix[column], matrix[top]] = [matrix[top]!, matrix[column]!]
    ;[right[column], right[top]] = [right[top]!, right[column]!]
    for (let row = column + 1; row < size; row++) {
      const factor = matrix[row]![column]! / matrix[column]![column]!
      for (let at = column; at < size; at++) matrix[row]![at]! -= factor * matrix[column]![at]!
      right[row]! -= factor * right[column]!
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let at = row + 1; at < size; at++) right[row]! -= matrix[row]![at]! * right[at]!
    right[row]! /= matrix[row]![row]!
  }
  return right
}
