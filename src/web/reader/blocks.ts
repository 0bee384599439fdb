import type { Span } from "../../model/span.ts"

/** A line longer than this is cut (at a space), so that a page never holds one paragraph of megabytes. */
const LONGEST = 20_000

/**
 * Cut a text into the paragraphs that the reader draws, with the white space after each: put together
 * they are the text. One line is one block, but lines with hard line ends make one block together.
 * Empty when the text is.
 */
export function blocks(text: string): Span[] {
  const isBlank = (line: Span) => text.slice(line.start, line.end).trim() === ""
  const found: Span[] = []
  let run: Span[] = []
  const closeRun = () => {
    found.push(...(isWrapped(run) ? [{ start: run[0]!.start, end: run.at(-1)!.end }] : run))
    run = []
  }
  for (const line of linesOf(text)) {
    if (!isBlank(line)) run.push(line)
    else {
      closeRun()
      const last = found.pop()
      found.push({ start: last?.start ?? line.start, end: line.end })
    }
  }
  closeRun()
  return found
}

// Hard line ends come at 50 to 100 characters; shorter lines are headings or list items, longer ones paragraphs.
const isWrapped = (lines: readonly Span[]): boolean =>
  lines.length > 1 &&
  lines.length < 200 &&
  lines.every(({ start, end }) => end - start <= 100) &&
  lines.slice(0, -1).every(({ start, end }) => end - start >= 50)

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start)
    const end = newline < 0 ? text.length : newline + 1
    const cut = end - start > LONGEST ? spaceBefore(text, start, start + LONGEST) : end
    lines.push({ start, end: cut })
    start = cut
  }
  return lines
}

function spaceBefore(text: string, start: number, end: number): number {
  const space = text.lastIndexOf(" ", end - 1)
  if (space > start) return space + 1
  // Never between the halves of a surrogate pair.
  return /[\uD800-\uDBFF]/.test(text[end - 1]!) ? end - 1 : end
}
