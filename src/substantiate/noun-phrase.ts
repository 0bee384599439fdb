import type { EvidenceLexicon } from "../lexicon/evidence.ts"
import type { Word } from "./words.ts"

/** Words from `first` to `last`, both included, by their place in the sentence. */
export type Run = Readonly<{ first: number; last: number }>

const LONGEST_BEFORE = 6
const LONGEST_AFTER = 6
const PARTICIPLE = /(?:ed|ing)$/
const LINKS = new Set(["of", "from", "in", "by", "on", "about"])

type Lists = Pick<EvidenceLexicon, "functionWords" | "words">

/** The words that belong to a noun, without its article: modifiers and an owner before it, a complement after it. */
export const phraseAround = (words: readonly Word[], head: number, lists: Lists): Run => ({
  first: firstOf(words, head, lists),
  last: lastOf(words, head, lists),
})

/** First word of the phrase that ends with `head`: owner and modifiers, without an article. */
export function firstOf(words: readonly Word[], head: number, lists: Lists): number {
  let first = head
  while (first > 0 && head - first < LONGEST_BEFORE) {
    const before = words[first - 1]!
    if (before.lower === "'s" && first > 1 && words[first - 2]!.isWord) {
      first = firstOfName(words, first - 2)
      break
    }
    if (!isModifier(words, first - 1, lists)) break
    first--
  }
  return first
}

/** A name goes on to the left as long as its words are capitalised. */
export function firstOfName(words: readonly Word[], last: number): number {
  let first = last
  while (first > 0 && last - first < 4 && words[last]!.capital && words[first - 1]!.capital && words[first - 1]!.isWord)
    first--
  return first
}

function isModifier(words: readonly Word[], at: number, { functionWords, words: classes }: Lists): boolean {
  const { lower, isWord } = words[at]!
  if (!isWord || functionWords.has(lower)) return false
  const verb = classes.has(lower) || PARTICIPLE.test(lower)
  if (!verb) return true
  // "leaked e-mails", "the unsealed records" against "Reuters obtained records": a participle follows what opens a phrase.
  const before = words[at - 1]
  return before === undefined || !before.isWord || functionWords.has(before.lower) || before.lower === "'s"
}

function lastOf(words: readonly Word[], head: number, lists: Lists): number {
  const link = words[head + 1]
  if (link && (link.lower === "of" || link.lower === "from")) return runAfter(words, head + 1, lists) ?? head
  if (link?.lower === "in" && words.slice(head + 2, head + 4).some(({ capital }) => capital))
    return runAfter(words, head + 1, lists) ?? head
  const preposition = words[head + 2]
  if (link && lists.words.get(link.lower) === "published" && preposition && LINKS.has(preposition.lower))
    return preposition.lower === "by" ? head : (runAfter(words, head + 2, lists) ?? head)
  return head
}

/** Last word of the phrase after a preposition; null when no noun follows it. */
export function runAfter(words: readonly Word[], preposition: number, lists: Lists): number | null {
  let at = preposition + 1
  while (lists.functionWords.get(words[at]?.lower ?? "") === "determiner") at++
  const first = at
  while (at < words.length && at - first < LONGEST_AFTER && continues(words, at, lists)) at++
  while (at > first && !words[at - 1]!.isWord) at--
  return at > first ? at - 1 : null
}

function continues(words: readonly Word[], at: number, { functionWords, words: classes }: Lists): boolean {
  const { lower, isWord, capital } = words[at]!
  if (lower === "'s") return true
  if (!isWord || functionWords.has(lower)) return false
  return capital || !classes.has(lower)
}
