import { readWireMarks, type WireMark } from "../lexicon/wire-marks.ts"
import type { Removed } from "../model/document.ts"

/** What the first lines of wire copy say of it. */
export type WireCopy = Readonly<{
  mark: WireMark | null
  /** The agency's word for the story, the same for its versions; lower case. */
  slug: string | null
  /** The text without them. */
  text: string
  removed: readonly Removed[]
}>

type Said = Readonly<{ mark: WireMark | null; slug: string | null; rest: string }>

/** Slug and marked headline stand in so many first lines, and are no longer than so many characters. */
const HEAD_LINES = 3
const LONGEST = 160

const NAMED = /^slug(?:line)?\s*:\s*/i
// "QUILLMOUTH-FERRY/ (UPDATE 2)": the stroke is part of it where no mark follows.
const STROKED = /^([\p{Lu}\d]+(?:-{1,2}[\p{Lu}\d]+)*)(\/?)(?:[\s,(/]+([^()]+?)\)?)?$/u
// "BC-Quillmouth--Ferry, 3rd Ld-Writethru": for both cycles, or the morning's or evening's papers.
const CYCLED = /^((?:BC|AM|PM)-[\p{L}\d -]{3,60}?)(?:,\s*(.+))?$/u
const NAMED_SLUG = /^([\p{L}\d]+(?:[-/]+[\p{L}\d]+)*)\/?(?:[\s,(]+([^()]+?)\)?)?$/u
// "UPDATE 2-Ferry sinks", "CORRECTED-Ferry sinks", "EDS: KILL: …": always in capitals; "LEAD-FREE" is a word.
const MARKED =
  /^(?:(?:EDS|EDITORS)\b[:,]?\s+)?(\p{Lu}[\p{Lu} ]*?)(?:\s*\d{0,2}\s*$|\s*\d{1,2}\s*[-:–—/]\s*|\s*[:–—/]\s*|\s+-\s+|-(?=\S*\p{Ll}))(.*)$/u
// "MANDATORY KILL QUILLMOUTH-FERRY".
const MARKED_SLUG =
  /^(?:(?:EDS|EDITORS)\b[:,]?\s+)?(\p{Lu}[\p{Lu} ]*?)[\s:-]+(?:the (?:story|item) slugged )?([\p{Lu}\d]+(?:-{1,2}[\p{Lu}\d]+)+)\/?(?:[\s.,;:].*)?$/u

let marks: ReadonlyMap<string, WireMark> | null = null

/** Take slug and mark off the first lines of a plain text; null when there are none. Does not throw. */
export function readWireCopy(source: string): WireCopy | null {
  const lines = source.replace(/^\uFEFF/, "").split(/\r\n?|\n/)
  const head = lines.flatMap((line, at) => (line.trim() === "" ? [] : [at])).slice(0, HEAD_LINES)
  const removed: Removed[] = []
  let mark: WireMark | null = null
  let slug: string | null = null
  for (const at of head) {
    const line = lines[at]!.trim()
    const said = line.length <= LONGEST ? (slugLine(line) ?? markedLine(line)) : null
    if (!said) continue
    mark ??= said.mark
    slug ??= said.slug
    lines[at] = said.rest
    removed.push({
      text: line.slice(0, line.length - said.rest.length).trim(),
      reason: "wire slug",
      score: null,
      at: 0,
    })
  }
  return removed.length > 0 ? { mark, slug, text: lines.join("\n"), removed } : null
}

function slugLine(line: string): Said | null {
  const named = NAMED.exec(line)
  if (named) return toSlug(NAMED_SLUG.exec(line.slice(named[0].length)) ?? null, 2)
  const cycled = CYCLED.exec(line)
  if (cycled && (cycled[2] || cycled[1]!.includes("--"))) return toSlug(cycled, 2)
  const stroked = STROKED.exec(line)
  // Capitals alone may be a headline ("COVID-19"): a stroke or a mark must stand behind them.
  return stroked?.[2] || (stroked?.[3] && stroked[1]!.includes("-")) ? toSlug(stroked, 3) : null
}

/** What stands behind the slug is a mark, or all of it is no slug. */
function toSlug(found: RegExpExecArray | null, rest: number): Said | null {
  if (!found) return null
  const mark = found[rest] ? markOf(found[rest]) : null
  if (found[rest] && !mark) return null
  return { mark, slug: fold(found[1]!), rest: "" }
}

function markedLine(line: string): Said | null {
  const both = MARKED_SLUG.exec(line)
  const mark = both ? markOf(both[1]!) : null
  if (both && mark) return { mark, slug: fold(both[2]!), rest: "" }
  const found = MARKED.exec(line)
  const alone = found ? markOf(found[1]!) : null
  return found && alone ? { mark: alone, slug: null, rest: found[2] ?? "" } : null
}

/** "3rd Ld-Writethru" and "UPDATE 2" without their numbers. */
function markOf(words: string): WireMark | null {
  marks ??= readWireMarks()
  const bare = words.toLowerCase().replace(/\b(?:no\.\s*)?\d{1,2}(?:st|nd|rd|th)?\b/g, " ")
  return marks.get(bare.replace(/\s+/g, " ").trim()) ?? null
}

const fold = (slug: string): string =>
  slug
    .toLowerCase()
    .replace(/^(?:bc|am|pm)-/, "")
    .replace(/[\s/-]+/g, "-")
