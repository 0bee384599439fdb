import type { Attribution } from "../../model/attribution.ts"
import type { Span } from "../../model/span.ts"
import { coverage } from "./coverage.ts"
import type { Carried, CarryRule } from "./rule.ts"

/** — Name of the account (@account), with a date or nothing behind. */
const SIGNATURE = /^\s*([—–-])\s?([^\n@—–]{2,80}\(@\w{1,30}\))[^\p{L}]*(?:\p{L}+[^\p{L}]+){0,3}$/u
/** @account: words */
const HANDLE = /^\s*(@\w{1,30})(:)\s+(?=\S)/

/** A post set off with its account named before or below it. */
export const post: CarryRule = {
  name: "post",
  says: "a post: the account is named at the line's start or below the words",
  find: (seen) => {
    const covered = coverage(seen.attributions.flatMap(({ content }) => content))
    const { text, paragraphs } = seen.analysis
    return paragraphs.flatMap((paragraph, i): Carried[] => {
      const line = text.value.slice(paragraph.start, paragraph.end)
      const parts = signed(line, paragraph, paragraphs[i - 1]) ?? handled(line, paragraph)
      if (!parts) return []
      const [words] = parts.content
      return 2 * covered(words!) >= words!.end - words!.start ? [] : [{ of: null, replaces: false, parts }]
    })
  },
}

type Parts = Pick<Attribution, "source" | "cue" | "content">

function signed(line: string, { start }: Span, before: Span | undefined): Parts | null {
  const found = before && line.length <= 160 ? SIGNATURE.exec(line) : null
  if (!found) return null
  const dash = start + found[0].indexOf(found[1]!)
  const source = start + found[0].indexOf(found[2]!)
  return {
    source: { start: source, end: source + found[2]!.length },
    cue: { start: dash, end: dash + 1 },
    content: [{ start: before!.start, end: before!.end }],
  }
}

function handled(line: string, { start, end }: Span): Parts | null {
  const found = HANDLE.exec(line.slice(0, 60))
  if (!found) return null
  const source = start + found[0].indexOf("@")
  const colon = source + found[1]!.length
  return {
    source: { start: source, end: colon },
    cue: { start: colon, end: colon + 1 },
    content: [{ start: start + found[0].length, end }],
  }
}
