import { rate } from "../attribution/count.ts"
import { share } from "../share.ts"
import type { GoldDocument, GoldFigure } from "./read-gold-figures.ts"

/** What the program says of a figure; `tie`: words of source and cue of its attribution, null: it has none. */
export type PredictedFigure = Readonly<{
  start: number
  end: number
  low: number | null
  high: number | null
  measure: string
  of: string | null
  tie: string | null
}>

export const FIGURE_COUNTS = ["predicted", "gold", "people", "found", "foundPeople", "value", "measure", "of", "said", "saidRight", "free", "freeRight", "whole"] as const // biome-ignore format: one list
export type FigureCounts = Record<(typeof FIGURE_COUNTS)[number], number>

const PEOPLE = new Set(["killed", "wounded", "casualties", "captured", "arrested", "missing", "displaced", "rescued"])

/** Count one document: figures that share a character are paired one to one, the largest overlap first. */
export function countFigures({ figures }: GoldDocument, predictions: readonly PredictedFigure[]): FigureCounts {
  const counts = noFigures()
  counts.predicted = predictions.length
  const paired = pair(figures, predictions)
  figures.forEach((gold, index) => {
    const isPeople = PEOPLE.has(gold.measure)
    counts.gold++
    counts.people += Number(isPeople)
    const figure = paired.get(index)
    if (figure) countPair(counts, gold, figure, isPeople)
  })
  return counts
}

export const noFigures = (): FigureCounts =>
  Object.fromEntries(FIGURE_COUNTS.map((name) => [name, 0])) as unknown as FigureCounts

function countPair(counts: FigureCounts, gold: GoldFigure, figure: PredictedFigure, isPeople: boolean): void {
  counts.found++
  counts.foundPeople += Number(isPeople)
  const isValue = isNear(gold.low, figure.low, gold.words) && isNear(gold.high, figure.high, gold.words)
  const isMeasure = gold.measure === figure.measure
  const isFree = gold.source === null && gold.cue === null
  const isTied = isFree
    ? figure.tie === null
    : figure.tie !== null && sharesWord(`${gold.source ?? ""} ${gold.cue ?? ""}`, figure.tie)
  counts[isFree ? "free" : "said"]++
  counts[isFree ? "freeRight" : "saidRight"] += Number(isTied)
  counts.value += Number(isValue)
  counts.measure += Number(isMeasure)
  counts.of += Number(sharesWord(gold.of ?? "", figure.of ?? ""))
  counts.whole += Number(isValue && isMeasure && isTied)
}

function pair(gold: readonly GoldFigure[], predictions: readonly PredictedFigure[]): Map<number, PredictedFigure> {
  const candidates = predictions.flatMap((one, at) =>
    gold.flatMap(({ start, end }, to) => {
      const overlap = Math.min(one.end, end) - Math.max(one.start, start)
      return overlap > 0 ? [{ overlap, at, to }] : []
    }),
  )
  const [used, paired] = [new Set<number>(), new Map<number, PredictedFigure>()]
  for (const { at, to } of candidates.sort((a, b) => b.overlap - a.overlap || b.at - a.at || b.to - a.to)) {
    if (used.has(at) || paired.has(to)) continue
    used.add(at)
    paired.set(to, predictions[at]!)
  }
  return paired
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}_]+/gu))

const sharesWord = (a: string, b: string): boolean => {
  const words = wordsOf(b)
  return [...wordsOf(a)].some((word) => words.has(word))
}

/** "More than 70" may be 70 or 71 and up. */
function isNear(gold: number | null, predicted: number | null, words: string): boolean {
  if (gold === null || predicted === null) return gold === predicted
  const slack = /^(?:more|less|fewer|over|under)\b/i.test(words) ? 1 : 0
  return Math.abs(gold - predicted) <= Math.max(slack, 1e-6 * Math.abs(gold))
}

export function addFigures(all: readonly FigureCounts[]): FigureCounts {
  const sum = noFigures()
  for (const counts of all) for (const name of FIGURE_COUNTS) sum[name] += counts[name]
  return sum
}

/** The lines of the report; 0 where nothing is to be divided by. */
export function figureRates(counts: FigureCounts): Record<string, number> {
  const { found, gold } = counts
  const { precision, recall, f1 } = rate({ right: found, ...counts })
  return {
    "found P": precision,
    "found R": recall,
    "found F1": f1,
    "found, people": share(counts.foundPeople, counts.people),
    value: share(counts.value, found),
    measure: share(counts.measure, found),
    of: share(counts.of, found),
    tied: share(counts.saidRight, counts.said),
    untied: share(counts.freeRight, counts.free),
    whole: share(counts.whole, gold),
  }
}
