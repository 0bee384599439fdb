/** Probability, 0 to 1, that a logistic regression gives to features; those without a weight count nothing. */
export function weigh(features: readonly string[], weights: Readonly<Record<string, number>>): number {
  let sum = 0
  for (const feature of features) if (Object.hasOwn(weights, feature)) sum += weights[feature]!
  return 1 / (1 + Math.exp(-sum))
}
