import { plainLine } from "./plain.ts"
import { graphemes, width } from "./width.ts"

/**
 * A text in lines of at most `columns` columns (2 or more), broken between words, and inside a word only
 * when it is longer than a line. One empty line when there is no text.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ""
  for (const piece of plainLine(text)
    .split(" ")
    .flatMap((word) => pieces(word, columns))) {
    if (line !== "" && width(line) + 1 + width(piece) > columns) {
      lines.push(line)
      line = piece
    } else line = line === "" ? piece : `${line} ${piece}`
  }
  return [...lines, line]
}

/** A text in one line of at most `columns` columns, its end cut off with "…" when there is more. */
export function shorten(text: string, columns: number): string {
  const line = plainLine(text)
  return width(line) <= columns ? line : `${pieces(line, columns - 1)[0]!.trimEnd()}…`
}

/** A text followed by as many spaces as fill `columns`. */
export const pad = (text: string, columns: number): string => text + " ".repeat(Math.max(0, columns - width(text)))

function pieces(word: string, columns: number): string[] {
  if (width(word) <= columns) return [word]
  const out = [""]
  for (const grapheme of graphemes(word)) {
    const last = out.length - 1
    if (width(out[last]!) + width(grapheme) <= columns) out[last] += grapheme
    else out.push(grapheme)
  }
  return out
}
