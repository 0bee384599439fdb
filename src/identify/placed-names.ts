import type { SpeakerLexicon } from "../lexicon/speakers.ts"
import type { Analysis } from "../model/analysis.ts"
import { findDateline } from "../model/dateline.ts"
import { contains } from "../model/span.ts"
import type { Name } from "./name.ts"
import { type Token, tokenAt } from "./token.ts"

/** Paragraphs among which a dateline may stand: titles and bylines come before it. */
const FIRST = 6
/** What stands in a dateline is a place, whatever it was found to be. */
const CERTAIN = 50
/** How much one "in Tolle" or "Tolle's ministry" tells that Tolle is no person. */
const SIGN = 4
/** Words between an owner and what is had: "Tolle's foreign ministry". */
const APART = 2

type Options = Readonly<{ analysis: Analysis; lexicon: SpeakerLexicon }>

/** Names of one text that datelines and the words beside them tell to be places: how surely, by their words. */
export function placedNames(
  names: readonly Name[],
  tokens: readonly Token[],
  { analysis, lexicon }: Options,
): Map<string, number> {
  const placed = new Map<string, number>()
  const add = (key: string, weight: number): void => void placed.set(key, (placed.get(key) ?? 0) + weight)
  for (const key of inDatelines(tokens, analysis)) add(key, CERTAIN)
  const ofPersons = new Set(
    names.filter(({ kind, words }) => kind === "person" && words.length > 1).flatMap(({ words }) => words),
  )
  for (const name of names) {
    const { kind, words, gender } = name
    if (kind !== "person" || words.length > 1 || gender || ofPersons.has(words[0]!)) continue
    if (isIn(name, tokens, { analysis, lexicon }) || hasPlace(name, tokens, lexicon)) add(words[0]!, SIGN)
  }
  return placed
}

/** The parts of datelines between commas: "tolle", "velmark". */
function inDatelines(tokens: readonly Token[], { text, paragraphs }: Analysis): string[] {
  return paragraphs.slice(0, FIRST).flatMap((paragraph) => {
    const places = findDateline(text.value, paragraph)?.places
    if (!places) return []
    const parts: string[][] = [[]]
    for (let at = tokenAt(tokens, places.start); at < tokens.length && contains(places, tokens[at]!); at++) {
      if (text.value.slice(tokens[at - 1]?.end ?? 0, tokens[at]!.start).includes(",")) parts.push([])
      parts.at(-1)!.push(tokens[at]!.lower)
    }
    return parts.map((words) => words.join(" "))
  })
}

/** "in Tolle", but not "confidence in Tolle". */
function isIn({ from, start }: Name, tokens: readonly Token[], { analysis, lexicon }: Options): boolean {
  const [noun, preposition] = [tokens[from - 2], tokens[from - 1]]
  if (!preposition || analysis.text.value.slice(preposition.end, start) !== " ") return false
  const { before, trusts } = lexicon.placeSigns
  return before.has(preposition.lower) && !trusts.has(noun?.lower ?? "")
}

/** "Tolle's ministry", "Tolle's foreign ministry". */
function hasPlace({ to, possessive }: Name, tokens: readonly Token[], { placeSigns }: SpeakerLexicon): boolean {
  if (!possessive) return false
  for (let at = to; at <= to + APART; at++) {
    const token = tokens[at]
    if (!token || token.sentence !== tokens[to - 1]!.sentence || token.capital) return false
    if (placeSigns.held.has(token.lower)) return true
  }
  return false
}
