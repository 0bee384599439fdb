import type { TenseWeights } from "../lexicon/tense-weights.ts"
import { isAtSoonest } from "./direction.ts"
import type { Direction } from "./rule.ts"
import { tenseFeatures } from "./tense-features.ts"
import type { Token } from "./tokens.ts"

/**
 * Whether the words around a time speak of the past or of what is to come; 0 where they do not tell. Method: logistic
 * regression over the words of its sentence, fitted on times whose own words tell (training/date).
 */
export function tenseAt(tokens: readonly Token[], from: number, to: number, tense: TenseWeights): Direction {
  const { bias, margin, weights } = tense
  if (isAtSoonest(tokens, from)) return 1
  const odds = tenseFeatures(tokens, from, to).reduce((sum, name) => sum + (weights.get(name) ?? 0), bias)
  return odds > margin ? 1 : odds < -margin ? -1 : 0
}
