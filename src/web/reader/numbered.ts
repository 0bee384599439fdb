import type { AttributionData } from "../answers.ts"
import type { MarkedSpan } from "./segments.ts"

/** An attribution with its number in the text, from 1, and the offset behind which that number is printed. */
export type Numbered = Readonly<{ attribution: AttributionData; number: number; at: number }>

/** Number attributions in the order in which their numbers stand in the text. */
export function numbered(attributions: readonly AttributionData[]): Numbered[] {
  const placed = attributions.map((attribution) => ({ attribution, at: placeOf(attribution) }))
  return placed.sort((a, b) => a.at - b.at).map((one, i) => ({ ...one, number: i + 1 }))
}

// Behind the cue; a floating quotation has none, and is numbered behind its first piece.
const placeOf = ({ cue, content }: AttributionData): number => cue?.end ?? content[0]?.end ?? 0

/** Everything to mark for one attribution; `resolved`: whether the run tells at all whom sources stand for. */
export function markedSpans({ attribution, number }: Numbered, resolved: boolean): MarkedSpan[] {
  const { id, source, cue, content, shown, speaker } = attribution
  const unresolved = resolved && speaker === null
  const mark = { number, doubtful: !shown, unresolved: false }
  // A doubtful one is not drawn until it is asked for: no note may come up from words that look like any others.
  const noted = { ...mark, note: shown ? { number, id } : null }
  return [
    ...(source ? [{ start: source.start, end: source.end, role: "source" as const, ...noted, unresolved }] : []),
    ...(cue ? [{ start: cue.start, end: cue.end, role: "cue" as const, ...noted }] : []),
    ...content.map(({ start, end }) => ({ start, end, role: "content" as const, ...mark, note: null })),
  ]
}
