import type { Phrase } from "../lexicon/phrases.ts"
import type { MeasureWord, QuantityLexicon } from "../lexicon/quantities.ts"
import type { Measure } from "../model/figure.ts"
import type { Asked, MeasureFound } from "./find-measure.ts"
import { mayBe } from "./may-be.ts"
import type { Tokens } from "./token.ts"

/** Words looked at after the noun, and words that may lie between it and its verb: "in the building", "aboard the ferry". */
const REACH = 14
const BETWEEN = 6

type Matches = readonly Phrase<MeasureWord>[]

/** "12 people were killed", "12 dead", "two others who died": what is said of a figure after it; null when nothing is. */
export function measureAfter(asked: Asked): MeasureFound | null {
  const { tokens, lexicon, after, counted, person } = asked
  const { words, list } = tokens
  const { be, between, "ends-clause": ends } = lexicon.functions
  const start = afterAside(tokens, lexicon, Math.max(after, counted.to))
  let [passive, gap] = [false, 0]
  for (let at = start; at < Math.min(list.length, start + REACH); at++) {
    const word = words[at]!
    if (at > start + 1 && (list[at]!.kind === "digits" || lexicon.numbers.has(word))) return null
    const matches = lexicon.measures.at(words, at).filter(({ value }) => mayBe(value.measure, person))
    // "two people dead and wounded dozens": the longer phrase is none where an object follows.
    const state = matches.find(
      ({ value, words: phrase }) =>
        value.counts === "state" && (phrase.length === 1 || !hasObject(tokens, lexicon, at + phrase.length)),
    )
    if (state && (passive || gap === 0)) return { measure: state.value.measure, by: "right", at, near: gap }
    if (matches.some(({ value }) => value.active || value.passive)) {
      const verb = verbAfter({ tokens, lexicon, at, passive, gap, matches })
      if (verb || !passive) return verb
    }
    if (ends.has(word)) return null
    if (be.has(word)) {
      passive = true
      continue
    }
    if (between.has(word) || word.endsWith("ly")) continue
    const end = endState(asked, at + 1)
    if (end && passive) return { measure: end, by: "right", at, near: gap }
    // Another main verb: the figure is said to do something else.
    if (passive || (gap === 0 && at > start && /^(?:and|or|,)$/.test(word))) return null
    if (++gap > BETWEEN) return null
  }
  return null
}

/** "were kicked to death", "had to be ushered to safety": the end tells, whatever the verb. */
function endState({ tokens: { words }, lexicon, person }: Asked, at: number): Measure | null {
  if (words[at] !== "to") return null
  const state = lexicon.measures.at(words, at).find(({ value }) => value.counts === "state" && mayBe(value.measure, person)) // biome-ignore format: one step
  return state?.value.measure ?? null
}

/** After ", including three children," or ", all of them students,", where the sentence goes on with its verb. */
function afterAside({ words, list }: Tokens, { functions, measures }: QuantityLexicon, start: number): number {
  if (words[start] !== "," && words[start] !== "(") return start
  const end = words.indexOf(words[start] === "," ? "," : ")", start + 1)
  if (end < 0 || end > start + REACH || !list[end + 1]) return start
  const next = words[end + 1]!
  const isVerb = measures
    .at(words, end + 1)
    .some(({ value }) => (value.passive || value.active) && !value.base && !next.endsWith("ing"))
  return functions.be.has(next) || functions.between.has(next) || isVerb ? end + 1 : start
}

type OnVerb = Readonly<{
  tokens: Tokens
  lexicon: QuantityLexicon
  at: number
  passive: boolean
  gap: number
  matches: Matches
}>

function verbAfter({ tokens, lexicon, at, passive, gap, matches }: OnVerb): MeasureFound | null {
  const found = (match: Phrase<MeasureWord> | undefined): MeasureFound | null =>
    match ? { measure: match.value.measure, by: "right", at, near: passive ? 0 : gap } : null
  // At a distance, "escape" and "work" are rather nouns.
  const mayBeVerb = (value: MeasureWord): boolean => gap === 0 || !value.base
  const isIng = tokens.words[at]!.endsWith("ing")
  const subject = matches.find(
    ({ value }) =>
      (value.counts === "subject" || value.counts === "both") && mayBeVerb(value) && !(isIng && gap > 0 && !passive),
  )
  const object = matches.find(({ value }) => (value.counts === "object" || value.counts === "both") && value.passive)
  if (passive) return found(object) ?? found(subject)
  if (object && !isIng && !hasObject(tokens, lexicon, at + object.words.length)) return found(object)
  return found(subject)
}

/** Whether a noun group follows: then the verb is active, and what stands before it does the deed. */
function hasObject({ words, list }: Tokens, lexicon: QuantityLexicon, at: number): boolean {
  const token = list[at]
  if (!token || token.kind === "mark") return token?.word === "$"
  if (token.kind === "digits") return true
  if (token.word === "at" || token.word === "in") return words[at + 1] === "least"
  const { "begins-object": begins, "time-after": times } = lexicon.functions
  if (begins.has(token.word)) return !times.has(words[at + 1] ?? "")
  if (lexicon.numbers.has(token.word) || lexicon.people.at(words, at).length > 0) return true
  return token.capital && lexicon.noFigure.weekday.at(words, at).length === 0
}
