import type { MeasureWeights } from "../lexicon/measure-weights.ts"
import { MEASURES, type Measure } from "../model/figure.ts"
import type { Draft } from "./draft.ts"
import { FIXED } from "./fixed-measure.ts"
import { VICTIMS, ZEROS } from "./without-number.ts"

/** What a draft measures, and how probable that is; `figure`: how probable it is to be one at all. */
export type Choice = Readonly<{ measure: Measure; probability: number; figure: number }>

/** Multinomial logistic regression over the features of a draft, among the measures that its form allows. */
export function chooseMeasure(features: readonly string[], draft: Draft, { classes, weights }: MeasureWeights): Choice {
  const scores = new Float64Array(classes.length)
  for (const feature of features) {
    const row = weights.get(feature)
    if (row) for (let at = 0; at < scores.length; at++) scores[at]! += row[at]!
  }
  const allowed = allowedMeasures(draft)
  const odds = classes.map((name, at) => (name === "none" || allowed(name) ? Math.exp(scores[at]!) : 0))
  const total = odds.reduce((sum, one) => sum + one, 0)
  const none = odds[classes.indexOf("none")] ?? 0
  let best = -1
  for (let at = 0; at < classes.length; at++) {
    if (classes[at] !== "none" && odds[at]! > 0 && (best < 0 || odds[at]! > odds[best]!)) best = at
  }
  const measure = (classes[best] as Measure | undefined) ?? draft.measure
  return { measure, probability: best < 0 ? 0 : odds[best]! / (total - none), figure: 1 - none / total }
}

const COUNTED: ReadonlySet<Measure> = new Set(MEASURES)

/** Which measures the form of a draft leaves open. */
export function allowedMeasures({ kind, measure, quantity }: Draft): (name: Measure) => boolean {
  if (FIXED.has(measure) && (quantity?.unit || quantity?.kind === "share")) return (name) => name === measure
  const set = kind === "victim" ? VICTIMS : kind === "zero" ? ZEROS : COUNTED
  return (name) => set.has(name) || (kind === "zero" && name === measure)
}
