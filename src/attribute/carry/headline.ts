import type { Act } from "../../model/attribution.ts"
import type { Span } from "../../model/span.ts"
import { overlaps, spanText } from "../../model/span.ts"
import type { Carried, CarryRule, Seen } from "./rule.ts"
import { partsOf } from "./rule.ts"

const LONGEST = 200
/** ‘Y’, says X */
const SAYS_LAST = /^(.{8,}?)(,\s)(\p{L}+s|said)(\s+)(?!(?:that|to|in|on|for|at)\s)([^,;:–—?!"“”‘]{2,50}?)\.?$/u
/** "X praises, laments Y" is no headline of this kind. */
const SAYING: ReadonlySet<Act> = new Set(["assert", "warn", "admit", "confirm", "predict", "believe", "show"])
/** Y – X; Y: X */
const SOURCE_LAST = /^(.{8,})(\s[–—-]|:)(\s+)([^,;:–—?!"“”]{2,40}?)\.?$/u
/** X: Y */
const SOURCE_FIRST = /^([^,;:–—?!"“”‘]{2,40})(:)(\s+)(.{8,}?)\.?$/u

type Parts = Readonly<{ source: Span; cue: Span; content: Span }>

/** "X: Y", "Y – X", "‘Y’, says X" in the first line. */
export const headline: CarryRule = {
  name: "headline",
  says: "the headline names its source before or after a colon, a dash or a verb of saying",
  find: (seen) => {
    const first = seen.analysis.paragraphs[0]
    if (!first) return []
    const line = spanText(seen.analysis.text.value, first).trimEnd()
    if (line.length > LONGEST) return []
    const parts = saysLast(line, seen) ?? sourceLast(line, seen) ?? sourceFirst(line, seen)
    return parts ? carriedFrom(parts, first.start, seen) : []
  },
}

/** What the model made of the same words is mended when it has no source, and left alone otherwise. */
function carriedFrom(parts: Parts, offset: number, { attributions }: Seen): Carried[] {
  const at = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset })
  const line = { source: at(parts.source), cue: at(parts.cue), content: [at(parts.content)] }
  const rival = attributions.filter((other) => partsOf(other).some((part) => overlaps(part, line.cue)))
  const known = rival.find(({ cue, source }) => cue && overlaps(cue, line.cue) && !source)
  if (known) return [{ of: known, replaces: true, parts: { ...line, cue: known.cue } }]
  const same = attributions.some(({ content }) => content.some((piece) => overlaps(piece, line.content[0]!)))
  return rival.length > 0 || same ? [] : [{ of: null, replaces: false, parts: line }]
}

function saysLast(line: string, { cues }: Seen): Parts | null {
  const found = SAYS_LAST.exec(line)
  const listed = found && cues.actOf(found[3]!)
  if (!listed || !SAYING.has(listed.act)) return null
  const [, content = "", comma = "", verb = "", gap = "", source = ""] = found
  const cue = content.length + comma.length
  const after = cue + verb.length + gap.length
  return {
    content: { start: 0, end: content.length },
    cue: { start: cue, end: cue + verb.length },
    source: { start: after, end: after + source.length },
  }
}

function sourceLast(line: string, seen: Seen): Parts | null {
  const found = SOURCE_LAST.exec(line)
  if (!found || !isSource(found[4]!, seen)) return null
  const [, content = "", mark = "", gap = "", source = ""] = found
  const after = content.length + mark.length + gap.length
  return {
    content: { start: 0, end: content.length },
    cue: { start: content.length + mark.length - 1, end: content.length + mark.length },
    source: { start: after, end: after + source.length },
  }
}

function sourceFirst(line: string, seen: Seen): Parts | null {
  const found = SOURCE_FIRST.exec(line)
  if (!found || !isSource(found[1]!, seen)) return null
  const [, source = "", mark = "", gap = "", content = ""] = found
  const after = source.length + mark.length + gap.length
  return {
    source: { start: 0, end: source.length },
    cue: { start: source.length, end: source.length + 1 },
    content: { start: after, end: after + content.length },
  }
}

/** At most four words, the last of which is known to name who speaks. */
function isSource(words: string, { headlineSources }: Seen): boolean {
  const list = words.toLowerCase().split(/\s+/)
  return list.length <= 4 && headlineSources.has(list.at(-1)!.replace(/['’]s?$/, ""))
}
