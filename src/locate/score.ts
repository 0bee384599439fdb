/** Weighted sum of features; the weights are named by the model and the feature ("mention before in"). */
export function score(
  features: Readonly<Record<string, number>>,
  model: string,
  weights: ReadonlyMap<string, number>,
): number {
  let sum = 0
  for (const name in features) {
    const value = features[name]!
    if (value !== 0) sum += value * (weights.get(`${model} ${name}`) ?? 0)
  }
  return sum
}

export const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))
