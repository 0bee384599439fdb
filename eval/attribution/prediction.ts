import type { Attribution, Span } from "counterclaim"
import type { ByRole } from "./role.ts"

/** A span of a prediction, with its own words where it gives them. */
export type PredictedSpan = Span & Readonly<{ text?: string }>

/** One predicted attribution, spans in UTF-16 units; `confidence` and `shown` are null where nobody gave them. */
export type Prediction = ByRole<readonly PredictedSpan[]> &
  Readonly<{ confidence: number | null; shown: boolean | null }>

/** Predictions by the name of the article's file ("NAME.txt"). */
export type Predictions = ReadonlyMap<string, readonly Prediction[]>

/** What the program found, as a prediction. */
export function toPrediction(attribution: Attribution, text: string): Prediction {
  const spans = (...all: (Span | null)[]): PredictedSpan[] =>
    all.flatMap((span) => (span ? [{ ...span, text: text.slice(span.start, span.end) }] : []))
  const { source, cue, content, confidence, shown } = attribution
  return { source: spans(source), cue: spans(cue), content: spans(...content), confidence, shown }
}
