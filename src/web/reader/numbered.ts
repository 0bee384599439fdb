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

/** Everything to mark for one attribution. */
export function markedSpans({ attribution, number }: Numbered): MarkedSpan[] {
  const { source, cue, content, shown } = attribution
  const mark = { number, doubtful: !shown }
  return [
    ...(source ? [{ start: source.start, end: source.end, role: "source" as const, ...mark }] : []),
    ...(cue ? [{ start: cue.start, end: cue.end, role: "cue" as const, ...mark }] : []),
    ...content.map(({ start, end }) => ({ start, end, role: "content" as const, ...mark })),
  ]
}
