import type { Analysis, Quotation } from "../model/analysis.ts"
import { overlaps, type Span } from "../model/span.ts"

/** "- ", "• ", "3. ": a line of a list. */
const ITEM = /^(?:[-–—•*▪·]|\d{1,2}[.)])\s/u

/**
 * Pieces of content that cross no paragraph break: of one that does, the part in the cue's paragraph, else the part
 * nearest to the cue. A quotation that goes on over several paragraphs, what follows a colon, and a list stay whole.
 */
export function withinParagraphs(
  content: readonly Span[],
  cue: Span,
  { text, quotations }: Pick<Analysis, "text" | "quotations">,
): Span[] {
  return content.flatMap((piece) => {
    const lines = partsOf(text.value, piece)
    if (lines.length < 2) return [piece]
    const nearest = lines.reduce((best, line) => (distance(line, cue) < distance(best, cue) ? line : best))
    const at = lines.indexOf(nearest)
    let [from, to] = [at, at]
    const isOne = (index: number): boolean => goesOn(text.value, quotations, lines.slice(index, index + 2))
    while (from > 0 && isOne(from - 1)) from--
    while (to < lines.length - 1 && isOne(to)) to++
    return [{ start: lines[from]!.start, end: lines[to]!.end }]
  })
}

/**
 * The parts of a piece between paragraph breaks, without the white space around them. A break is a blank line; in a text
 * that has none, the end of a line behind which a sentence or the title ends: other lines are wrapped.
 */
function partsOf(text: string, { start, end }: Span): Span[] {
  if (!text.slice(start, end).includes("\n")) return [{ start, end }]
  const isBlankBetween = BLANK.test(text.slice(Math.max(0, start - AROUND), end + AROUND))
  const parts: Span[] = []
  for (const { 0: line, index } of text.slice(start, end).matchAll(LINE)) {
    const next = { start: start + index, end: start + index + line.length }
    const last = parts.at(-1)
    const isBreak = !last || (isBlankBetween ? BLANK.test(text.slice(last.end, next.start)) : endsAt(text, last, next))
    if (isBreak) parts.push(next)
    else parts[parts.length - 1] = { start: last.start, end: next.end }
  }
  return parts
}
const LINE = /[^\s](?:[^\n\r]*[^\s])?/g
/** Characters around a piece that tell how its text is set, so that a long text is not read again for each. */
const AROUND = 4000
const BLANK = /\n[^\S\n]*\n/

function endsAt(text: string, last: Span, next: Span): boolean {
  if (!OPENS.test(text.slice(next.start, next.start + 3))) return false
  return ENDS.test(text[last.end - 1]!) || isTitle(text, last, next)
}
const OPENS = /^["“‘'(]?[\p{Lu}\p{N}]/u
const ENDS = /[.!?…"”’':)]/

/** Whether a line is the first, and the next word would have had room in it. */
function isTitle(text: string, { end }: Span, next: Span): boolean {
  if (text.slice(0, end).trimStart().includes("\n")) return false
  const word = /^\S+/.exec(text.slice(next.start))![0]
  return (
    text.slice(0, end).trim().length + 1 + word.length <=
    Math.max(
      ...text
        .slice(0, AROUND)
        .split("\n")
        .map(({ length }) => length),
    )
  )
}

const distance = (line: Span, cue: Span): number => Math.max(0, line.start - cue.end, cue.start - line.end)

/** Whether the second of two lines goes on with what is quoted at the end of the first, or is announced by it, or both are of one list. */
function goesOn(text: string, quotations: readonly Quotation[], [first, second]: readonly Span[]): boolean {
  if (!first || !second) return false
  const isQuoted = (span: Span): boolean => quotations.some((quotation) => overlaps(quotation, span))
  if (isQuoted({ start: first.end - 1, end: first.end }) && isQuoted({ start: second.start, end: second.start + 1 }))
    return true
  if (text[first.end - 1] === ":") return true
  return [first, second].every(({ start, end }) => ITEM.test(text.slice(start, end)))
}
