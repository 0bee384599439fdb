import type { Span } from "../../model/span.ts"
import type { WordList } from "./word-list.ts"

/** Double marks, `''` as some wires print one, and single ones that are no apostrophe; a line's end closes all. */
const MARK = /''|["“”„«»]|‘(?=[\p{L}\p{N}])|(?<![\p{L}\p{N}])’|’(?![\p{L}\p{N}])|[\n\r]/gu
const OPENS = new Set(["“", "„", "«", "‘"])
const CLOSES = new Set(["”", "»", "’"])

/** Words between quotation marks, in order. A mark that never closes reaches to the end of its line. */
export function findQuoted(text: string): Span[] {
  const found: Span[] = []
  let open: { at: number; single: boolean } | null = null
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const single = mark === "‘" || mark === "’"
    if (open === null) {
      if (!CLOSES.has(mark) && !/[\n\r]/.test(mark)) open = { at: index, single }
    } else if (/[\n\r]/.test(mark)) {
      // A single mark without its other half was an apostrophe.
      if (!open.single) found.push({ start: open.at, end: index })
      open = null
    } else if (open.single === single && !OPENS.has(mark)) {
      found.push({ start: open.at, end: index + mark.length })
      open = null
    }
  }
  return open && !open.single ? [...found, { start: open.at, end: text.length }] : found
}

/** One entry a word: 1 where it stands in one of the spans, which are in order, else 0. */
export function markWords({ starts }: WordList, spans: readonly Span[]): Uint8Array {
  const marks = new Uint8Array(starts.length)
  let next = 0
  for (let word = 0; word < starts.length; word++) {
    while (next < spans.length && spans[next]!.end <= starts[word]!) next++
    if (next < spans.length && spans[next]!.start <= starts[word]!) marks[word] = 1
  }
  return marks
}
