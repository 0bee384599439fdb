import { pairSpans } from "../pair-spans.ts"
import type { GoldTimes } from "./read-gold-times.ts"

export type PredictedTime = Readonly<{ start: number; end: number; value: string | null }>

/** Counts over documents; `overlap`, `strict` and `value` are of pairs of a predicted and a gold time. */
export type TimeCounts = Readonly<{ predicted: number; gold: number; overlap: number; strict: number; value: number }>

/**
 * Count as task A of TempEval-3 does: times that share a character are paired one to one, the largest overlap first;
 * `strict` have the same edges, white space apart, `value` the same value.
 */
export function countTimes({ text, times }: GoldTimes, predictions: readonly PredictedTime[]): TimeCounts {
  const gold = times.map((time) => trimmed(text, time))
  const predicted = predictions.map((time) => trimmed(text, time))
  const pairs = pairSpans(predicted, gold)
  return {
    predicted: predicted.length,
    gold: gold.length,
    overlap: pairs.length,
    strict: pairs.filter(([a, b]) => a.start === b.start && a.end === b.end).length,
    value: pairs.filter(([a, b]) => a.value === b.value).length,
  }
}

function trimmed(text: string, time: PredictedTime): PredictedTime {
  const piece = text.slice(time.start, time.end)
  const start = time.start + piece.length - piece.trimStart().length
  return { start, end: time.end - (piece.length - piece.trimEnd().length), value: time.value }
}

export function addTimes(counts: readonly TimeCounts[]): TimeCounts {
  const sum = (of: keyof TimeCounts): number => counts.reduce((total, count) => total + count[of], 0)
  return { predicted: sum("predicted"), gold: sum("gold"), overlap: sum("overlap"), strict: sum("strict"), value: sum("value") } // biome-ignore format: one step
}
