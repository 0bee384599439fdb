import type { Quotation } from "../model/analysis.ts"
import type { Span } from "../model/span.ts"

/** Double marks open and close; `''` is how some wires print one. */
const DOUBLE = /''|["“”„«»]/g
const OPENS_ONLY = new Set(["“", "„", "«"])
const CLOSES_ONLY = new Set(["”", "»"])
/** A single mark opens before a letter or figure where none stands before it, and closes the other way round. */
const SINGLE = /(?<![\p{L}\p{N}])['‘](?=[\p{L}\p{N}])[^"“”«»„'‘’\n]*(?:['’](?=[\p{L}])[^"“”«»„'‘’\n]*)*['’](?![\p{L}\p{N}])/gu

/**
 * Quotations of one paragraph, in order, none inside another. Double marks first; single ones only where
 * no double quotation stands. A mark that never closes makes a quotation to the paragraph's end.
 */
export function findQuotations(text: string, paragraph: Span): Quotation[] {
  const line = text.slice(paragraph.start, paragraph.end)
  const doubles = doubleQuotations(line)
  const singles = Array.from(line.matchAll(SINGLE), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
    closed: true,
  })).filter((single) => !doubles.some((double) => single.start < double.end && double.start < single.end))
  return [...doubles, ...singles]
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
