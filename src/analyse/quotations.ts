import type { Quotation } from "../model/analysis.ts"
import { legible } from "../model/legible.ts"
import type { Span } from "../model/span.ts"

/** Double marks open and close; `''` is how some wires print one. */
const DOUBLE = /''|["“”„«»]/g
const OPENS_ONLY = new Set(["“", "„", "«"])
const CLOSES_ONLY = new Set(["”", "»"])
const SINGLE = /['‘’]/g
const LETTER = /[\p{L}\p{N}]/u

/**
 * Quotations of one paragraph, in order, none inside another. Double marks first; single ones only where
 * no double quotation stands. A mark that never closes makes a quotation to the paragraph's end.
 */
export function findQuotations(text: string, paragraph: Span): Quotation[] {
  const line = legible(text.slice(paragraph.start, paragraph.end))
  const doubles = doubleQuotations(line)
  return [...doubles, ...singleQuotations(line, doubles)]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, closed }) => ({ start: start + paragraph.start, end: end + paragraph.start, closed }))
}

function doubleQuotations(line: string): Quotation[] {
  const found: Quotation[] = []
  let open: number | null = null
  for (const { 0: mark, index } of line.matchAll(DOUBLE)) {
    if (open === null) {
      // A closing mark that was never opened: the opening one was lost, and where it stood nobody knows.
      if (!CLOSES_ONLY.has(mark)) open = index
    } else if (!OPENS_ONLY.has(mark)) {
      found.push({ start: open, end: index + mark.length, closed: true })
      open = null
    }
  }
  return open === null ? found : [...found, { start: open, end: line.length, closed: false }]
}

/**
 * A single mark opens before a letter or figure where none stands before it, and closes where none follows;
 * all others are apostrophes. A pair that touches a double quotation is none.
 */
function singleQuotations(line: string, doubles: readonly Quotation[]): Quotation[] {
  const found: Quotation[] = []
  let open: number | null = null
  let double = 0
  for (const { 0: mark, index } of line.matchAll(SINGLE)) {
    while (double < doubles.length && doubles[double]!.end <= index) {
      // A quotation that was open on the other side of a double one does not reach across it.
      if (open !== null && open < doubles[double]!.end) open = null
      double++
    }
    if (double < doubles.length && doubles[double]!.start <= index) continue
    const [before, after] = [LETTER.test(line[index - 1] ?? ""), LETTER.test(line[index + 1] ?? "")]
    if (open === null) {
      if (mark !== "’" && !before && after) open = index
    } else if (mark !== "‘" && !after && line[index - 1] !== " ") {
      found.push({ start: open, end: index + 1, closed: true })
      open = null
    }
  }
  return found
}
