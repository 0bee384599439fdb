import type { QuantityLexicon } from "../lexicon/quantities.ts"
import type { Counted } from "./counted.ts"
import type { Tokens } from "./token.ts"

/** Endings of nouns for people, in the plural, and of names of peoples. */
const ENDING = /(?:ers|ors|ists|ians|ees|men|women)$/

/** Whether people are counted: `false` for things, `null` where the words do not tell (nothing stands there, or a name). */
export function isPerson({ words, list }: Tokens, lexicon: QuantityLexicon, { from, to }: Counted): boolean | null {
  if (from === to) return null
  if (lexicon.people.endingAt(words, to - 1).length > 0) return true
  for (let at = from; at < to; at++) if (lexicon.people.at(words, at).some((one) => one.words.length > 1)) return true
  if (ENDING.test(words[to - 1]!)) return null
  return list[to - 1]!.capital ? null : false
}
