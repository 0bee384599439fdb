import type { Gender, SpeakerLexicon } from "../lexicon/speakers.ts"
import type { NamedSpan } from "../model/entity.ts"
import type { Span } from "../model/span.ts"
import { type Token, tokenAt } from "./token.ts"

export type NameKind = NamedSpan["kind"]

/** A name as printed, titles and article aside. */
export type Name = Span &
  Readonly<{
    kind: NameKind
    score: number
    /** Tokens of the name itself: first, and after the last. */
    from: number
    to: number
    /** Lower case words of the name. */
    words: readonly string[]
    /** What the title before it tells. */
    gender: Gender
    possessive: boolean
  }>

const ARTICLES = new Set(["the", "a", "an"])
const WEBSITE_ENDING = /\.(?:com|org|net|co\.uk)$/

/** A span of tokens as a name: titles are taken off a person's, an article off all. Null when nothing is left. */
export function toName(
  tokens: readonly Token[],
  span: Omit<NamedSpan, "start" | "end"> & Span,
  lexicon: SpeakerLexicon,
): Name | null {
  let from = tokenAt(tokens, span.start)
  let to = from
  while (to < tokens.length && tokens[to]!.start < span.end) to++
  while (from < to && ARTICLES.has(tokens[from]!.lower)) from++
  if (span.kind === "person") from = pastTitles(tokens, { from, to }, lexicon)
  if (from >= to || !/[\p{L}\p{N}]/u.test(tokens[from]!.text)) return null
  const [head, tail] = [tokens[from]!, tokens[to - 1]!]
  return {
    start: head.start,
    end: tail.end,
    kind: span.kind,
    score: span.score,
    from,
    to,
    words: tokens.slice(from, to).map(({ lower }) => lower.replace(WEBSITE_ENDING, "")),
    gender: titleGender(tokens, from, lexicon),
    possessive: tail.possessive,
  }
}

/** After the titles that a person's name begins with, and after a title within it: "Lodmark police Chief Robin Roe". */
function pastTitles(
  tokens: readonly Token[],
  { from, to }: Readonly<{ from: number; to: number }>,
  { titles }: SpeakerLexicon,
): number {
  let start = from
  while (start < to - 1 && titles.has(tokens[start]!.lower)) start++
  for (let at = to - 3; at > start; at--) if (titles.has(tokens[at]!.lower)) return at + 1
  return start
}

function titleGender(tokens: readonly Token[], from: number, { titles }: SpeakerLexicon): Gender {
  const before = tokens[from - 1]
  return before && before.sentence === tokens[from]!.sentence ? (titles.get(before.lower) ?? null) : null
}
