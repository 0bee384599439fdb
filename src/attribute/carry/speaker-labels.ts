import type { Span } from "../../model/span.ts"
import type { Seen } from "./rule.ts"

/** A line "NAME: words": who, the colon, and what follows it in the line. */
export type Label = Readonly<{ speaker: Span; colon: Span; words: Span }>

type Line = Label & Readonly<{ name: string; timed: boolean; place: number }>

/** A time of day before the name ("14:05 "), the name (at most 60 characters; a stop only in a short title), a colon. */
const LABELLED =
  /^(\s*(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s+)?)([\p{Lu}@](?:[^\s:.!?"“”]|[^\S\n](?=\S)|(?<=\b\p{L}{1,4})\.(?=\s)){0,59}):[^\S\n]+(?=\S)/u
const HEAD = 100
const SMALL = /^(?:of|the|and|de|da|di|del|der|den|du|la|le|van|von|al|bin|el|for|on|at)$/u

/**
 * The lines that name their speaker before a colon: "Q:" where there is "A:" too; names in capitals where there are
 * two such lines; a name that comes back; a name beside one of these; a name after a time of day. In order; empty when
 * the text is no conversation.
 */
export function findLabels(seen: Seen): Label[] {
  const lines = linesOf(seen)
  const count = new Map<string, number>()
  for (const { name } of lines) count.set(name, (count.get(name) ?? 0) + 1)
  const capitals = lines.filter(({ name }) => isCapitals(name)).length
  const sure = lines.filter(
    ({ name, timed }) =>
      timed ||
      (isLetter(name) ? count.has("Q") && count.has("A") : (isCapitals(name) && capitals > 1) || count.get(name)! > 1),
  )
  const places = new Set(sure.map(({ place }) => place))
  return lines.filter(({ place }) => places.has(place) || places.has(place - 1) || places.has(place + 1))
}

const isLetter = (name: string): boolean => name.length === 1
const isCapitals = (name: string): boolean => name.length > 1 && !/\p{Ll}/u.test(name)

function linesOf({ analysis: { text, paragraphs }, noSpeakers }: Seen): Line[] {
  return paragraphs.flatMap((paragraph, place): Line[] => {
    const found = LABELLED.exec(text.value.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + HEAD)))
    if (!found) return []
    const [all, lead = "", name = ""] = found
    const timed = /\d/.test(lead)
    if (!namesSpeaker(name, { timed, noSpeakers })) return []
    const start = paragraph.start + lead.length
    const colon = start + name.length
    const line = text.value.slice(paragraph.start, paragraph.end)
    const words = { start: paragraph.start + all.length, end: paragraph.start + line.trimEnd().length }
    if (!/\p{L}/u.test(text.value.slice(words.start, words.end))) return []
    return [{ name, timed, place, speaker: { start, end: colon }, colon: { start: colon, end: colon + 1 }, words }]
  })
}

/** A name has capitals, and none of its words is one that heads a note of the page. */
function namesSpeaker(name: string, { timed, noSpeakers }: { timed: boolean } & Pick<Seen, "noSpeakers">): boolean {
  const words = name.split(/\s+/)
  if (words.length > 6 || words.some((word) => noSpeakers.has(word.toLowerCase().replace(/[^\p{L}-]/gu, ""))))
    return false
  return timed || words.every((word) => /^[\p{Lu}@('‘“]/u.test(word) || SMALL.test(word))
}
