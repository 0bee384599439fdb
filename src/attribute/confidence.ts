import type { Thresholds } from "../model/encoding.ts"
import type { WordRun } from "./best-path.ts"
import type { LinkedCue } from "./link-cue.ts"

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

const wordsIn = ({ first, last }: WordRun): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i)

/**
 * What speaks for a linked cue, each about 0 when all is clear: how sure the cue is (log-odds, at most 8 either
 * way); mean log-probability of the content's words, of its edges, of the source's words, of its edges; no source
 * (0 or 1); logarithm of the content's length in words; further pieces of the content.
 * `cues`: the probabilities that the cue was found by. The same numbers as training/attribution/calibrate.py fits on.
 */
export function features(cues: Float32Array, { cue, logs, path }: LinkedCue): number[] {
  const sure = mean(wordsIn(cue).map((word) => cues[2 * word]! + cues[2 * word + 1]!))
  const odds = Math.log(Math.max(sure, 1e-6)) - Math.log(Math.max(1 - sure, 1e-6))
  const content = path.content.flatMap(wordsIn)
  const source = path.source ? [path.source] : []
  const role = (words: readonly number[], column: number) => mean(words.map((word) => logs.role[3 * word + column]!))
  const edges = (runs: readonly WordRun[], column: number) =>
    mean(runs.flatMap(({ first, last }) => [logs.edge[4 * first + column]!, logs.edge[4 * last + column + 1]!]))
  return [
    Math.max(-8, Math.min(8, odds)),
    role(content, 2),
    edges(path.content, 2),
    role(source.flatMap(wordsIn), 1),
    edges(source, 0),
    path.source ? 0 : 1,
    Math.log(content.length),
    path.content.length - 1,
  ]
}

/** Probability, 0 to 1, that source and content are right: the logistic function of the weighted features. */
export function confidenceOf(values: readonly number[], calibration: Thresholds["calibration"]): number {
  const score = values.reduce((sum, value, i) => sum + value * calibration[i]!, calibration.at(-1)!)
  return 1 / (1 + Math.exp(-score))
}
