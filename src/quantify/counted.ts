import type { QuantityLexicon } from "../lexicon/quantities.ts"
import type { Tokens } from "./token.ts"

/** Tokens [from, to) of the words for what is counted; empty when `from` is `to`. */
export type Counted = Readonly<{ from: number; to: number; before: boolean }>

const LONGEST = 8
const OF = /^(?:of|the|its|their|his|her|these|those|such|our|-)$/

/**
 * The words for what is counted: the noun group after a quantity ("other counts" in "dozens of other counts"), else the noun
 * before "of" ("a town of 14,000"). Empty when there is none.
 */
export function findCounted(
  tokens: Tokens,
  lexicon: QuantityLexicon,
  { from, after }: Readonly<{ from: number; after: number }>,
): Counted {
  const { words, list } = tokens
  let start = after
  if (words[start] === "(" || words[start] === ")") return { from: start, to: start, before: false }
  while (OF.test(words[start] ?? "") && start < after + 3) start++
  // "six out of ten", "one of them"
  const end = groupEnd(tokens, lexicon, start)
  if (end > start) return { from: start, to: end, before: false }
  if (words[from - 1] === "of" && list[from - 2]?.kind === "word") return { from: from - 2, to: from - 1, before: true }
  return { from: after, to: after, before: false }
}

/** End of the noun group that begins at a token; where it begins when there is none. */
export function groupEnd({ words, list }: Tokens, lexicon: QuantityLexicon, start: number): number {
  // "12 9-mm shells": a number with a hyphen describes what is counted.
  let at =
    list[start]?.kind === "digits" && words[start + 1] === "-" && lexicon.units.at(words, start + 2).length > 0
      ? start + 3
      : start
  for (; at < list.length && at < start + LONGEST; at++) {
    const token = list[at]!
    const before = list[at - 1]
    if (at > start && token.word === "-" && (list[at + 1]?.kind === "word" || (before!.capital && list[at + 1]?.glued)))
      continue
    // "AK 47 guns", "F-16 fighters"
    if (at > start && token.kind === "digits" && (before!.capital || before!.word === "-")) continue
    if (token.kind !== "word") break
    if (lexicon.functions["ends-group"].has(token.word) || token.word.endsWith("n't")) break
    if (at > start && (isOver(words, at, lexicon) || token.word.endsWith("ly"))) break
  }
  while (at > start && list[at - 1]!.kind === "mark") at--
  return at
}

/** Whether the group ended before this word: a participle or verb after a plural ("people killed", "men accused"). */
function isOver(words: readonly string[], at: number, lexicon: QuantityLexicon): boolean {
  const isVerb =
    /(?:ed|ing)$/.test(words[at]!) ||
    lexicon.measures.at(words, at).some(({ value }) => value.passive || value.active || value.counts === "state")
  if (!isVerb) return false
  return (
    /s$|^(?:people|men|women|children|police|personnel|person|man|woman|child|crew|staff)$/.test(words[at - 1]!) ||
    lexicon.people.endingAt(words, at - 1).length > 0
  )
}
