import type { QuantityLexicon } from "../lexicon/quantities.ts"
import type { Tokens } from "./token.ts"

/** Tokens [from, to) of the words for what is counted; empty when `from` is `to`. */
export type Counted = Readonly<{ from: number; to: number; before: boolean }>

const LONGEST = 8
const OF = /^(?:of|more|the|its|their|his|her|these|those|such|our|-)$/

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
  // "a town of 14,000", but not "later of 28", "spoke only of 28".
  const isOf = words[from - 1] === "of" && list[from - 2]?.kind === "word" && isNamed(tokens, lexicon, from - 2)
  // "a mother of two died": what follows is said of her.
  const isSaid =
    isOf && lexicon.people.endingAt(words, from - 2).length > 0 && lexicon.measures.at(words, start).length > 0
  if (end > start && !isSaid) return { from: start, to: end, before: false }
  if (isOf) return { from: from - 2, to: from - 1, before: true }
  return { from: after, to: after, before: false }
}

/** End of the noun group that begins at a token; where it begins when there is none. */
export function groupEnd(tokens: Tokens, lexicon: QuantityLexicon, start: number): number {
  const { words, list } = tokens
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
    if (before?.word === "-" && at > start) continue
    // "two of Kestrel's boats": whose they are comes before what they are.
    if (token.word === "'s" && at > start && isNoun(tokens, lexicon, at + 1)) continue
    if (lexicon.functions["ends-group"].has(token.word) || token.word.endsWith("n't")) break
    if (at === start && isPredicate(tokens, lexicon, at)) break
    if (at > start && (isOver(words, at, lexicon) || token.word.endsWith("ly"))) break
  }
  while (at > start && list[at - 1]!.kind === "mark") at--
  return at
}

const isNamed = ({ words }: Tokens, lexicon: QuantityLexicon, at: number): boolean =>
  !lexicon.functions["ends-group"].has(words[at]!) && !words[at]!.endsWith("ly")

const isNoun = ({ words, list }: Tokens, lexicon: QuantityLexicon, at: number): boolean =>
  list[at]?.kind === "word" &&
  !lexicon.functions["ends-group"].has(words[at]!) &&
  !isPredicate({ words, list }, lexicon, at)

/** Whether a verb or a state follows a bare number: "two died", "12 killed and", but not "23 arrested pirates". */
function isPredicate({ words, list }: Tokens, lexicon: QuantityLexicon, at: number): boolean {
  for (const { value, words: phrase } of lexicon.measures.at(words, at)) {
    if (value.base || !(value.passive || value.active || value.counts === "state")) continue
    if (value.counts === "subject" && !phrase.at(-1)!.endsWith("ing")) return true
    const next = list[at + phrase.length]
    if (next?.kind !== "word" || lexicon.functions["ends-group"].has(next.word) || next.word.endsWith("ly")) return true
  }
  return false
}

const PLURAL = /s$|^(?:people|men|women|children|police|personnel|person|man|woman|child|crew|staff)$/

/** Whether the group ended before this word: a verb after a plural ("people killed"), or one with an object ("one blast killed 12"). */
function isOver(words: readonly string[], at: number, lexicon: QuantityLexicon): boolean {
  const number = lexicon.numbers.get(words[at]!)
  if (number && number.kind !== "part" && number.kind !== "suffix") return true
  const measures = lexicon.measures.at(words, at)
  const isVerb =
    /(?:ed|ing)$/.test(words[at]!) ||
    measures.some(({ value }) => value.passive || value.active || value.counts === "state")
  if (!isVerb) return false
  if (PLURAL.test(words[at - 1]!)) return true
  const isParticiple = measures.some(({ value }) => value.passive && !value.base)
  if (isParticiple && lexicon.people.endingAt(words, at - 1).length > 0) return true
  const next = words[at + 1] ?? ""
  return (
    measures.some(({ value }) => value.passive) &&
    (lexicon.numbers.has(next) || lexicon.functions["begins-object"].has(next) || /^\d/.test(next))
  )
}
