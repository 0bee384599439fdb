/** A line as it stands on a page: where it begins and ends, how high it stands (from below), and how high its letters are; all in points. */
export type PdfLine = Readonly<{ text: string; x: number; y: number; right: number; height: number }>

/** Lines of running heads and feet stand among so many first or last of a page. */
const EDGE = 2
/** Fewer pages cannot repeat themselves. */
const PAGES = 3

/** Lines of pages put together into paragraphs, which may go on over a page's end. Words broken with a hyphen are mended. */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): string[] {
  const repeated = repeatedLines(pages)
  const paragraphs: string[] = []
  let before: PdfLine | null = null
  for (const page of pages) {
    const lines = page.filter(
      (line, i) => !isEdge(i, page.length) || !(isNumber(line.text) || repeated.has(masked(line))),
    )
    const right = lines.reduce((most, line) => Math.max(most, line.right), 0)
    let isFirst = true
    for (const line of lines) {
      const last = paragraphs.at(-1)
      if (last !== undefined && before && goesOn(before, line, { isFirst, right }))
        paragraphs.push(joined(paragraphs.pop()!, line.text))
      else paragraphs.push(line.text)
      before = line
      isFirst = false
    }
  }
  return paragraphs
}

const isEdge = (i: number, count: number): boolean => i < EDGE || i >= count - EDGE
const isNumber = (text: string): boolean =>
  /^\D{0,6}\d{1,4}(?:\s?\D{1,5}\s?\d{1,4})?\D{0,3}$/.test(text) && text.length <= 14
const masked = ({ text }: PdfLine): string => text.replace(/\d+/g, "#")

function repeatedLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const edges = page.filter((_, i) => isEdge(i, page.length))
    for (const line of new Set(edges.map(masked))) counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  const enough = Math.max(PAGES, pages.length / 2)
  return new Set([...counts].filter(([, count]) => count >= enough).map(([line]) => line))
}

/** Whether a line goes on with the paragraph of the line before it. */
function goesOn(before: PdfLine, line: PdfLine, { isFirst, right }: { isFirst: boolean; right: number }): boolean {
  const sameSize = Math.abs(before.height - line.height) <= Math.max(before.height, line.height) * 0.12
  const ended = /[.!?:][)"\u2019\u201D]*$/.test(before.text)
  if (!sameSize) return false
  // Over a page's or column's end only the words tell.
  if (isFirst || line.y > before.y) return !ended && /^[\p{Ll}\d("\u201C\u2018]/u.test(line.text)
  const gap = before.y - line.y
  const indented = line.x - before.x > line.height * 0.8
  const short = ended && before.right < right - line.height * 4
  return gap <= line.height * 1.75 && !indented && !short
}

const joined = (text: string, next: string): string =>
  /\p{L}[-\u00AD]$/u.test(text) && /^\p{Ll}/u.test(next) ? text.slice(0, -1) + next : `${text} ${next}`
