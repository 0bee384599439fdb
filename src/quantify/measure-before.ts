import type { Phrase } from "../lexicon/phrases.ts"
import type { MeasureWord, QuantityLexicon } from "../lexicon/quantities.ts"
import type { Asked, MeasureFound } from "./find-measure.ts"
import { mayBe } from "./may-be.ts"

const REACH = 10
const COPULA = /^(?:is|are|was|were|be)$/

/**
 * "killed 12", "killing at least 12", "seized boats and 12 rifles", "among the dead were 12": the verb before a figure
 * whose object it is; null when there is none.
 */
export function measureBefore({ tokens: { words, list }, lexicon, from, person }: Asked): MeasureFound | null {
  const { preposition, "begins-clause": begins, finite } = lexicon.functions
  const inverted = COPULA.test(words[from - 1] ?? "")
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    const word = words[at]!
    const matches = lexicon.measures.endingAt(words, at).filter(({ value }) => mayBe(value.measure, person))
    const verb = matches.find((match) => takesObject({ match, words, at, inverted, person, lexicon }))
    if (verb) {
      const begin = at - verb.words.length + 1
      const agent = !inverted && isPassive(words, begin, verb.value) && !isWith(words, at, from)
      return agent ? null : { measure: verb.value.measure, by: "left", at: begin, near: inverted ? 0 : from - 1 - at }
    }
    const named = inverted && matches.find(({ value }) => /^(?:state|noun|weak)$/.test(value.counts))
    if (named) return { measure: named.value.measure, by: "left", at, near: 0 }
    if (begins.has(word) || (finite.has(word) && at < from - 1)) return null
    if (preposition.has(word) && !inverted && !isHarmless(words, at)) return null
    if (list[at]!.kind === "digits" || lexicon.numbers.has(word)) return null
  }
  return null
}

/** "along with 12", "at least 12", "shot to death 12". */
const isHarmless = (words: readonly string[], at: number): boolean =>
  /^(?:along|together)$/.test(words[at - 1] ?? "") || words[at + 1] === "least" || words[at + 1] === "death"

type Match = Readonly<{
  match: Phrase<MeasureWord>
  words: readonly string[]
  at: number
  inverted: boolean
  person: boolean | null
  lexicon: QuantityLexicon
}>

function takesObject({ match: { value, words: phrase }, words, at, inverted, person, lexicon }: Match): boolean {
  // "lost 60 fighters", but not "lost 60 seats".
  const isAboutPeople = value.counts === "people" && person === true && !inverted
  if (value.counts !== "object" && value.counts !== "both" && !isAboutPeople) return false
  if (inverted) return value.passive
  const before = words[at - phrase.length] ?? ""
  if (/^(?:the|an?|his|her|their|its)$/.test(before)) return false
  // "murder" and "arrest" are verbs after "to", "they" and the like, or where a plural subject stands before them.
  if (value.base && phrase.length === 1 && !words[at]!.endsWith("s")) {
    return before === "" || lexicon.functions["before-infinitive"].has(before) || /s$/.test(before)
  }
  return value.active || (value.passive && phrase.length > 1)
}

function isPassive(words: readonly string[], at: number, { passive }: MeasureWord): boolean {
  if (!passive) return false
  for (let back = at - 1; back >= at - 3; back--) {
    if (/^(?:is|are|was|were|be|been|being|got)$/.test(words[back] ?? "")) return true
    if (!/(?:ly|also|not|all|both|then)$/.test(words[back] ?? "")) return false
  }
  return false
}

/** "was killed along with three others". */
const isWith = (words: readonly string[], at: number, from: number): boolean =>
  /\b(?:along with|together with|as well as|as were)\b/.test(words.slice(at + 1, from).join(" "))
