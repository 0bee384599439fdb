import { type Rate, rate } from "./count.ts"
import type { Predictions } from "./prediction.ts"
import type { GoldArticle } from "./read-gold.ts"
import { score } from "./score.ts"
import type { Judged } from "./score-article.ts"
import { threeDigits } from "./three-digits.ts"

/** Predictions of like confidence: how many, their mean confidence, and the share that is linked. */
export type Bin = Readonly<{ from: number; to: number; count: number; confidence: number; right: number }>

const BINS = 10

/** Tenths of confidence that hold a prediction, lowest first; predictions without a confidence are left out. */
export function reliability(judged: readonly Judged[]): Bin[] {
  const known = judged.flatMap(({ prediction, linked }) =>
    prediction.confidence === null ? [] : [{ confidence: prediction.confidence, linked }],
  )
  const tenth = (confidence: number): number => Math.min(Math.max(Math.floor(confidence * BINS), 0), BINS - 1)
  return Array.from({ length: BINS }, (_, index) => {
    const here = known.filter((one) => tenth(one.confidence) === index)
    return {
      from: index / BINS,
      to: (index + 1) / BINS,
      count: here.length,
      confidence: here.reduce((sum, one) => sum + one.confidence, 0) / here.length,
      right: here.filter((one) => one.linked).length / here.length,
    }
  }).filter((bin) => bin.count > 0)
}

/** Mean distance between confidence and the share that is right, each bin weighed by its size; 0 when there is none. */
export function calibrationError(bins: readonly Bin[]): number {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0)
  return bins.reduce((sum, bin) => sum + (bin.count * Math.abs(bin.confidence - bin.right)) / (count || 1), 0)
}

/** The shown part scored by itself, as a reader who sees nothing else meets it. Right is linked. */
export type ShownPart = Readonly<{ count: number; rate: Rate }>

/** Null when no prediction says whether it is shown. */
export function shownPart(articles: readonly GoldArticle[], predictions: Predictions): ShownPart | null {
  const all = [...predictions.values()].flat()
  if (all.every((prediction) => prediction.shown === null)) return null
  const shown = [...predictions].map(([name, list]) => [name, list.filter((one) => one.shown)] as const)
  const { levels } = score(articles, new Map(shown))
  return { count: levels.linked.predicted, rate: rate(levels.linked) }
}

/** The lines that both are printed as; none where no confidence was given. */
export function calibrationReport(bins: readonly Bin[], part: ShownPart | null): string[] {
  if (bins.length === 0) return []
  const rows = bins.map(
    ({ from, to, count, confidence, right }) =>
      `confidence ${from.toFixed(1)}-${to.toFixed(1)}: mean ${threeDigits(confidence)} right ${threeDigits(right)} (${count} predicted)`,
  )
  const shown = part
    ? [`shown P ${threeDigits(part.rate.precision)} R ${threeDigits(part.rate.recall)} (${part.count} predicted)`]
    : []
  return [...rows, `calibration error ${threeDigits(calibrationError(bins))}`, ...shown]
}
