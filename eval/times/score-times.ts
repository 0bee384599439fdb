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
  const pairs = pair(predicted, gold)
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

function pair(predicted: readonly PredictedTime[], gold: readonly PredictedTime[]): [PredictedTime, PredictedTime][] {
  const candidates = predicted.flatMap((a) =>
    gold.flatMap((b) => {
      const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start)
      return overlap > 0 ? [{ a, b, overlap, length: a.end - a.start + b.end - b.start }] : []
    }),
  )
  const used = new Set<PredictedTime>()
  return candidates
    .sort((x, y) => y.overlap - x.overlap || x.length - y.length)
    .flatMap(({ a, b }) => {
      if (used.has(a) || used.has(b)) return []
      used.add(a).add(b)
      return [[a, b]]
    })
}

export function addTimes(counts: readonly TimeCounts[]): TimeCounts {
  const sum = (of: keyof TimeCounts): number => counts.reduce((total, count) => total + count[of], 0)
  return { predicted: sum("predicted"), gold: sum("gold"), overlap: sum("overlap"), strict: sum("strict"), value: sum("value") } // biome-ignore format: one step
}

/** Precision, recall and F1; 0 where nothing is to be divided by. */
export function ratesOf(
  right: number,
  { predicted, gold }: TimeCounts,
): Readonly<{ p: number; r: number; f1: number }> {
  const p = predicted > 0 ? right / predicted : 0
  const r = gold > 0 ? right / gold : 0
  return { p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0 }
}
