import type { Span } from "../../model/span.ts"

/** Parts of an attribution, and findings; of two marks on the same words the one named earlier is drawn inside. */
export const ROLES = ["place", "time", "figure", "evidence", "source", "cue", "content"] as const
export type Role = (typeof ROLES)[number]

/** Which note tells of a mark: its number, and the id that the page knows it by. */
export type NoteLink = Readonly<{ number: number; id: string }>

/** A span to mark: its part in the attribution with that number, or the finding of that note. */
export type MarkedSpan = Span &
  Readonly<{
    number: number
    role: Role
    doubtful: boolean
    /** Whether what it means is not known. */
    unresolved: boolean
    note: NoteLink | null
  }>

/** A marked span as it covers one segment; `starts` and `ends` say whether it begins or stops just here. */
export type Mark = Omit<MarkedSpan, keyof Span> & Readonly<{ starts: boolean; ends: boolean }>

/** A piece of text that the same spans cover from its start to its end; the outermost mark comes first. */
export type Segment = Span & Readonly<{ marks: readonly Mark[] }>

/**
 * Cut a part of a text wherever a span or a cut begins or ends, so that nested and crossing spans alike
 * can be drawn as a row of pieces. The pieces are never empty and fill `part` without a gap, in order;
 * empty when `part` is. Spans outside `part` are left out, empty ones everywhere.
 */
export function segments(part: Span, spans: readonly MarkedSpan[], cuts: readonly number[] = []): Segment[] {
  const near = spans.filter((span) => span.start < span.end && span.start < part.end && part.start < span.end)
  const inside = near.flatMap(({ start, end }) => [start, end]).concat(cuts)
  const bounds = [...new Set([part.start, ...inside.filter((at) => at > part.start && at < part.end), part.end])]
  const ordered = near.toSorted(outermostFirst)
  const edges = bounds.sort((a, b) => a - b)
  return edges.slice(1).map((end, i) => segment({ start: edges[i]!, end }, ordered))
}

const outermostFirst = (a: MarkedSpan, b: MarkedSpan): number =>
  a.start - b.start || b.end - a.end || ROLES.indexOf(b.role) - ROLES.indexOf(a.role) || a.number - b.number

function segment(piece: Span, spans: readonly MarkedSpan[]): Segment {
  const covering = spans.filter((span) => span.start <= piece.start && piece.end <= span.end)
  const marks = covering.map(({ start, end, ...mark }) => {
    return { ...mark, starts: start === piece.start, ends: end === piece.end }
  })
  return { ...piece, marks }
}
