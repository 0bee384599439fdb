import type { Quotation } from "../../model/analysis.ts"
import type { WordList } from "./word-list.ts"

/** Double marks, `''` as some wires print one, and single ones that are no apostrophe; a line's end closes all. */
const MARK = /''|["“”„«»]|‘(?=[\p{L}\p{N}])|(?<![\p{L}\p{N}])’|’(?![\p{L}\p{N}])|[\n\r]/gu
const OPENS = new Set(["“", "„", "«", "‘"])
const CLOSES = new Set(["”", "»", "’"])

/** Words between quotation marks, in order. A mark that never closes reaches to the end of its line. */
export function findQuoted(text: string): Quotation[] {
  const found: Quotation[] = []
  let open: { at: number; single: boolean } | null = null
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const single = mark === "‘" || mark === "’"
    if (open === null) {
      if (!CLOSES.has(mark) && !/[\n\r]/.test(mark)) open = { at: index, single }
    } else if (/[\n\r]/.test(mark)) {
      // A single mark without its other half was an apostrophe.
      if (!open.single) found.push({ start: open.at, end: index, closed: false })
      open = null
    } else if (open.single === single && !OPENS.has(mark)) {
      found.push({ start: open.at, end: index + mark.length, closed: true })
      open = null
    }
  }
  return open && !open.single ? [...found, { start: open.at, end: text.length, closed: false }] : found
}

/** What stands around a word: no quotation marks, a pair, one that never closes. */
export const UNQUOTED = 0
export const QUOTED = 1
export const UNCLOSED = 2

/** One entry a word: UNQUOTED, QUOTED or UNCLOSED. The quotations are in order. */
export function markWords({ starts }: WordList, quotations: readonly Quotation[]): Uint8Array {
  const marks = new Uint8Array(starts.length)
  let next = 0
  for (let word = 0; word < starts.length; word++) {
    while (next < quotations.length && quotations[next]!.end <= starts[word]!) next++
    if (next < quotations.length && quotations[next]!.start <= starts[word]!)
      marks[word] = quotations[next]!.closed ? QUOTED : UNCLOSED
  }
  return marks
}
