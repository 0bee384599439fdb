import { type Attribution, attributionId } from "../model/attribution.ts"
import type { Span } from "../model/span.ts"
import type { Text } from "../model/text.ts"

/** So many characters on either side must be the same, where the line goes on so far. */
const AROUND = 40

/** Why an attribution has no place in another text; else its id there. */
export type Followed = Readonly<{ id: string } | { lost: string }>

/**
 * Where the words of an attribution stand in another text: its very words, from the first of source, cue and content to
 * the last, with what stands around them in their line, at one place only. A place that only looks like it is none.
 */
export function followTo(attribution: Attribution, from: Text, to: Text): Followed {
  const { start, end } = extentOf(attribution)
  const before = from.value
    .slice(Math.max(0, start - AROUND), start)
    .split(/[\r\n]/)
    .at(-1)!
  const after = from.value.slice(end, end + AROUND).split(/[\r\n]/, 1)[0]!
  const wanted = before + from.value.slice(start, end) + after
  const at = to.value.indexOf(wanted)
  if (at < 0) return { lost: "its words with their surroundings are not in the new text" }
  if (to.value.indexOf(wanted, at + 1) >= 0) return { lost: "its words stand at more than one place of the new text" }
  const moved = ({ start: s, end: e }: Span): Span => ({ start: s + shift, end: e + shift })
  const shift = at + before.length - start
  const { cue, content } = attribution
  return { id: attributionId(to.id, { cue: cue && moved(cue), content: content.map(moved) }) }
}

function extentOf({ source, cue, content }: Attribution): Span {
  const spans = [source, cue, ...content].filter((span) => span !== null)
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}
