import type { Span } from "../model/span.ts"

/** A mark that may end a sentence, the quotation marks and brackets that close with it, then white space. */
const END = /[.!?\u2026]+(?:''|["\u201d\u2019')\]])*(?=\s)/g
/** What the next sentence begins with, marks that open before it aside. */
const BEGINS = /^\s+(?:''|["\u201c\u2018'([])*[\p{Lu}\p{Lt}\p{N}\u2014-]/u
const LAST_WORD = /[\p{L}\p{N}.&'\u2019]*$/u
const INITIALS = /^(?:\p{Lu}\.)*\p{Lu}$/u

/**
 * Sentences of one paragraph, in order, without the white space between them; empty for a blank one. A full stop
 * after an abbreviation that a name or number follows, or after an initial, ends none.
 */
export function findSentences(text: string, paragraph: Span, abbreviations: ReadonlySet<string>): Span[] {
  const line = text.slice(paragraph.start, paragraph.end)
  const ends = Array.from(line.matchAll(END), (found) => ({ at: found.index, end: found.index + found[0].length }))
  const cuts = ends.filter(({ at, end }) => BEGINS.test(line.slice(end, end + 12)) && !isShort(line, at, abbreviations))
  const borders = [0, ...cuts.map(({ end }) => end), line.length]
  return borders.slice(1).flatMap((end, index) => trimmed(line, { start: borders[index]!, end }, paragraph.start))
}

function isShort(line: string, at: number, abbreviations: ReadonlySet<string>): boolean {
  if (line[at] !== "." || line[at + 1] === ".") return false
  const word = LAST_WORD.exec(line.slice(Math.max(0, at - 24), at))![0]
  return INITIALS.test(word) || abbreviations.has(word.toLowerCase())
}

function trimmed(line: string, { start, end }: Span, offset: number): Span[] {
  const part = line.slice(start, end)
  const from = start + part.length - part.trimStart().length
  const to = start + part.trimEnd().length
  return from < to ? [{ start: from + offset, end: to + offset }] : []
}
