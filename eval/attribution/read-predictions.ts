import { codePointsOf, wholeCharacter } from "../code-points.ts"
import { isObject, malformedBy, readPredictionLines } from "../prediction-lines.ts"
import type { PredictedSpan, Prediction, Predictions } from "./prediction.ts"
import type { GoldArticle } from "./read-gold.ts"
import { toEach } from "./role.ts"

/** Where the predictions lie, and whether pairs of numbers count UTF-16 units (default: code points). */
export type PredictionFile = Readonly<{ path: string; utf16?: boolean }>

type Line = Readonly<{ file: string; attributions: readonly Record<string, unknown>[]; where: string }>

/**
 * The predictions of a JSON Lines file for the given articles. A role is a span `{start, end, text}`, always
 * in UTF-16 units, a list of spans, a list of pairs `[start, end]`, or null. Of two lines for one article the
 * last counts. Throws `eval/predictions` when the file cannot be read or a line has another form.
 */
export function readPredictions(
  { path, utf16 = false }: PredictionFile,
  articles: readonly GoldArticle[],
): Predictions {
  const lines = new Map(parseLines(path).map((line) => [line.file.slice(line.file.lastIndexOf("/") + 1), line]))
  const predictions = articles.flatMap(({ name, text }) => {
    const line = lines.get(name)
    if (!line) return []
    const fromPair = utf16 ? (unit: number) => wholeCharacter(text, unit) : codePointsOf(text).toUnits
    const parse = (value: unknown) => parseRole(value, { text, fromPair, where: line.where })
    return [[name, line.attributions.map((attribution) => toPrediction(attribution, parse))] as const]
  })
  return new Map(predictions)
}

const toPrediction = (raw: Record<string, unknown>, parse: (value: unknown) => PredictedSpan[]): Prediction => ({
  ...toEach((role) => parse(raw[role])),
  confidence: typeof raw.confidence === "number" ? raw.confidence : null,
  shown: typeof raw.shown === "boolean" ? raw.shown : null,
})

type Reader = Readonly<{ text: string; fromPair: (offset: number) => number; where: string }>

function parseRole(value: unknown, reader: Reader): PredictedSpan[] {
  const list = Array.isArray(value) ? value : value ? [value] : []
  return list.map((item) => parseSpan(item, reader))
}

function parseSpan(item: unknown, { text, fromPair, where }: Reader): PredictedSpan {
  const pair: unknown[] = Array.isArray(item) ? item : isObject(item) ? [item.start, item.end] : []
  const [start, end] = pair
  if (pair.length !== 2 || !Number.isInteger(start) || !Number.isInteger(end)) {
    throw malformed(where, `${JSON.stringify(item)} is no span`)
  }
  const convert = Array.isArray(item) ? fromPair : (unit: number) => wholeCharacter(text, unit)
  const span = { start: convert(start as number), end: convert(end as number) }
  return isObject(item) && "text" in item ? { ...span, text: String(item.text) } : span
}

function parseLines(path: string): Line[] {
  return readPredictionLines(path, malformed).map(({ file, parsed, where }) => {
    const attributions = parsed.attributions || []
    if (!Array.isArray(attributions) || !attributions.every(isObject)) {
      throw malformed(where, '"attributions" is no list of objects')
    }
    return { file, attributions, where }
  })
}

const malformed = malformedBy(
  'write {"file", "attributions": [{"source", "cue", "content"}]} one a line, as eval/README.md says',
)
