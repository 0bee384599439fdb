import type { QuantityLexicon } from "../lexicon/quantities.ts"
import { type Counted, groupEnd } from "./counted.ts"
import type { MeasureFound } from "./find-measure.ts"
import { isPerson } from "./is-person.ts"
import { measureAfter } from "./measure-after.ts"
import type { Quantity } from "./read-quantity.ts"
import type { Tokens } from "./token.ts"

/** What a bare number is the number of; null where the words do not tell who they are, or what happened to them. */
export type NumberOf = Readonly<{ counted: Counted | null; found: MeasureFound | null }>

/** Words between "the number of" and the figure, and between the verb and the figure ("now stands at"), at most. */
const REACH = 30
const BESIDE_VERB = 3

type Given = Readonly<{ tokens: Tokens; lexicon: QuantityLexicon; quantity: Quantity }>

/**
 * "The number of people killed in a fire at a works has risen to 19": the people, and that they were killed, whatever
 * stands between. Null when no number of anything is said to have reached this one.
 */
export function findNumberOf({ tokens, lexicon, quantity }: Given): NumberOf | null {
  const verb = verbBefore(tokens, lexicon, quantity.from)
  const start = verb < 0 ? -1 : subjectBefore(tokens, verb)
  if (start < 0) return null
  const end = groupEnd(tokens, lexicon, start)
  if (end > verb) return null
  const counted = { from: start, to: end, before: true }
  return { counted: end > start ? counted : null, found: measureOf({ tokens, lexicon, counted, verb }) }
}

/** The verb of reaching that the figure stands behind, with nothing but little words between; -1 for none. */
function verbBefore({ words, list }: Tokens, { functions }: QuantityLexicon, from: number): number {
  for (let at = from - 1; at >= Math.max(0, from - 1 - BESIDE_VERB); at--) {
    if (functions.reaches.has(words[at]!)) return at
    const isLittle = functions.preposition.has(words[at]!) || functions.between.has(words[at]!) || words[at] === "to"
    if (list[at]!.kind !== "word" || (!isLittle && !words[at]!.endsWith("ly"))) return -1
  }
  return -1
}

/** The first word counted, after "number of" and an article, in the clause of the verb; -1 for none. */
function subjectBefore({ words }: Tokens, verb: number): number {
  let commas = 0
  for (let at = verb - 1; at > Math.max(0, verb - REACH); at--) {
    const word = words[at]!
    if (/^[.;:!?"“”]$/.test(word)) return -1
    if (word === ",") commas++
    if (word !== "of" || !/^(?:number|total)$/.test(words[at - 1]!)) continue
    // One comma closes a clause, two enclose an aside.
    if (commas % 2 === 1) return -1
    return /^(?:the|those|its|their|our)$/.test(words[at + 1] ?? "") ? at + 2 : at + 1
  }
  return -1
}

type Group = Readonly<{ tokens: Tokens; lexicon: QuantityLexicon; counted: Counted; verb: number }>

/** "of deaths", "of people killed in", "of villagers who have died", "of those evacuated". */
function measureOf({ tokens, lexicon, counted, verb }: Group): MeasureFound | null {
  const { words } = tokens
  for (let at = counted.from; at < counted.to; at++) {
    const noun = lexicon.measures
      .at(words, at)
      .find(
        ({ value, words: phrase }) => at + phrase.length === counted.to && /^(?:noun|state|weak)$/.test(value.counts),
      )
    if (noun) return { measure: noun.value.measure, by: "toll", at, near: 0 }
  }
  const group = { ...counted, before: false }
  const person = isPerson(tokens, lexicon, group)
  const after = measureAfter({ tokens, lexicon, from: counted.from, after: counted.from, counted: group, person })
  return after && after.at < verb ? { ...after, by: "toll", near: 0 } : null
}
