import type { Analysis } from "../model/analysis.ts"
import { findDateline } from "../model/dateline.ts"
import { contains, type Span } from "../model/span.ts"

/** Paragraphs among which a dateline may stand: titles and bylines come before it. */
const FIRST = 6

/** A span without the dateline that it begins in: "TOLLE (OP) - The ministry" is the ministry. Others as they are. */
export function behindDateline(span: Span, { text, paragraphs }: Pick<Analysis, "text" | "paragraphs">): Span {
  const paragraph = paragraphs.slice(0, FIRST).find((one) => contains(one, { start: span.start, end: span.start + 1 }))
  const dateline = paragraph && findDateline(text.value, paragraph)
  return dateline && span.start < dateline.end && dateline.end < span.end ? { ...span, start: dateline.end } : span
}
