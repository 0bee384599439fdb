import type { NamedSpan } from "../model/entity.ts"
import type { Span } from "../model/span.ts"

/** A word of a text, without the mark of the possessive. */
export type Token = Span &
  Readonly<{
    text: string
    /** Lower case, without full stops. */
    lower: string
    capital: boolean
    possessive: boolean
    /** Index of its sentence. */
    sentence: number
    /** Whether only white space, quotation marks and brackets stand between it and its sentence's start. */
    first: boolean
  }>

const WORD = /(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu
const POSSESSIVE = /['’]s$/iu

/** Words of each sentence, in order. "Lodmark-based" is two where a name ends at its hyphen. */
export function tokensOf(text: string, sentences: readonly Span[], names: readonly NamedSpan[] = []): Token[] {
  const edges = edgesIn(text, names)
  return sentences.flatMap(({ start, end }, sentence) =>
    Array.from(text.slice(start, end).matchAll(WORD))
      .flatMap((found) => partsOf(found[0], start + found.index, edges))
      .map(({ at, word }, index) => toToken(text, { at, word, sentence, first: index === 0 })),
  )
}

/** Hyphens between a name and a small word or another name of several words; "Roe-Hale" is one word where half of it was found. */
function edgesIn(text: string, names: readonly NamedSpan[]): ReadonlySet<number> {
  const edges = new Set<number>()
  for (const [index, { start, end, kind }] of names.entries()) {
    const next = names[index + 1]
    const isWide = [names[index]!, next].some((name) => name && text.slice(name.start, name.end).includes(" "))
    const isTail = SMALL.test(text[end + 1] ?? "") && (kind !== "person" || SUFFIX.test(text.slice(end + 1, end + 20)))
    if (text[end] === "-" && (isTail || (next?.start === end + 1 && isWide))) edges.add(end)
    if (text[start - 1] === "-" && SMALL_BEFORE.test(text.slice(Math.max(0, start - 16), start))) edges.add(start - 1)
  }
  return edges
}

const SMALL = /^\p{Ll}/u
/** What goes with a person's name but is no part of it: "Roe-backed", "Roe-style"; "Ro-un" is one name. */
const SUFFIX =
  /^(?:\p{Ll}+(?:ed|ing|friendly)|led|born|run|held|built|style|era|like|supporting|wing|voting|brand)(?!\p{L})/u
const SMALL_BEFORE = /(?:^|[^\p{L}])\p{Ll}+-$/u

type Part = Readonly<{ at: number; word: string }>

function partsOf(word: string, at: number, edges: ReadonlySet<number>): Part[] {
  const parts: Part[] = []
  let from = 0
  for (let mark = word.indexOf("-"); mark >= 0; mark = word.indexOf("-", mark + 1)) {
    if (!edges.has(at + mark)) continue
    parts.push({ at: at + from, word: word.slice(from, mark) })
    from = mark + 1
  }
  return [...parts, { at: at + from, word: word.slice(from) }]
}

type Raw = Readonly<{ at: number; word: string; sentence: number; first: boolean }>

function toToken(text: string, { at, word, sentence, first }: Raw): Token {
  const marked = POSSESSIVE.test(word)
  const bare = marked ? word.slice(0, -2) : word
  return {
    start: at,
    end: at + bare.length,
    text: bare,
    lower: bare.toLowerCase().replaceAll(".", "").replaceAll("’", "'"),
    capital: /^\p{Lu}/u.test(bare),
    possessive: marked || (/s$/i.test(bare) && /^['’]\s/.test(text.slice(at + word.length, at + word.length + 2))),
    sentence,
    first,
  }
}

/** Index of the first token that ends after a place in the text; the number of tokens when none does. */
export function tokenAt(tokens: readonly Token[], place: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end > place) high = middle
    else low = middle + 1
  }
  return low
}
