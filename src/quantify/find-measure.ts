import type { MeasureWord, QuantityLexicon } from "../lexicon/quantities.ts"
import type { Measure } from "../model/figure.ts"
import type { Counted } from "./counted.ts"
import type { Tokens } from "./token.ts"

export type Candidate = Readonly<{
  tokens: Tokens
  lexicon: QuantityLexicon
  from: number
  after: number
  counted: Counted
}>
/** `at`: the token that it was read from; `own`: found on the figure itself and not only near it. */
export type MeasureFound = Readonly<{ measure: Measure; by: "noun" | "right" | "left" | "toll" | "weak"; at: number }>

const BE =
  /^(?:is|are|was|were|be|been|being|am|'re|'s|get|gets|got|gotten|remain|remains|remained|lay|lie|stay|stayed|feared|left|presumed|believed|thought|reported|confirmed|said|known|reportedly|found|declared|pronounced)$/
const AUXILIARY =
  /^(?:has|have|had|having|will|would|shall|should|can|could|may|might|must|to|not|n't|also|still|already|now|later|currently|since|then|all|both|together|subsequently|reportedly|allegedly|apparently|instantly|immediately|just|recently|never|either|being|them|of|whom|who|that|which|confirmed|seriously|severely|critically|slightly|badly|lightly|fatally|others|other|people|more|so|far|themselves|\(|\)|:)$/
const CLAUSE_END = /^(?:[.;!?—–]|while|but|as|when|after|because|although|though|whereas|before|since|if|until|unless)$/

/** What a figure measures, by the words on it and around it, surest first; null when none tells. */
export function findMeasure(candidate: Candidate): MeasureFound | null {
  return (
    nounMeasure(candidate) ??
    rightMeasure(candidate) ??
    leftMeasure(candidate) ??
    tollMeasure(candidate) ??
    weakMeasure(candidate)
  )
}

const found = (word: MeasureWord, by: MeasureFound["by"], at: number): MeasureFound => ({
  measure: word.measure,
  by,
  at,
})

/** "12 deaths", "23 arrested pirates", "the bodies of 70 civilians". */
function nounMeasure({ tokens: { words }, lexicon, from, counted, after }: Candidate): MeasureFound | null {
  for (let at = counted.from; at < counted.to && !counted.before; at++) {
    for (const { value, words: phrase } of lexicon.measures.at(words, at)) {
      const isLast = at + phrase.length >= counted.to
      if (value.counts === "noun" && isLast) return found(value, "noun", at)
      if (
        !isLast &&
        (value.counts === "state" || value.passive) &&
        value.counts !== "subject" &&
        /(?:ed|en|ng|ad|ss|ot|ht|rt)$/.test(words[at]!)
      )
        return found(value, "noun", at)
    }
  }
  if (words[from - 1] === "of" || words[from - 1] === "to") {
    const of = lexicon.measures.endingAt(words, from - 2).find(({ value }) => value.counts === "of")
    if (of) return found(of.value, "noun", from - 2)
  }
  void after
  return null
}

/** "12 people were killed", "12 dead", "two others who died": what is said of the figure after it. */
function rightMeasure({ tokens, lexicon, after, counted }: Candidate): MeasureFound | null {
  const { words, list } = tokens
  let passive = false
  let gap = 0
  const start = counted.before ? after : Math.max(after, counted.to)
  const skipped = afterAside(tokens, lexicon, start)
  for (let at = skipped; at < Math.min(list.length, skipped + 14); at++) {
    const word = words[at]!
    if (at > start + 1 && (list[at]!.kind === "digits" || lexicon.numbers.has(word))) return null
    const matches = lexicon.measures.at(words, at)
    const state = matches.find(({ value }) => value.counts === "state")
    if (state && (passive || gap === 0)) return found(state.value, "right", at)
    const verb = matches.find(
      ({ value }) => value.counts === "object" || value.counts === "subject" || value.counts === "both",
    )
    if (verb) return verbOnRight({ tokens, lexicon, at, passive, gap, matches, length: verb.words.length })
    if (CLAUSE_END.test(word)) return null
    if (BE.test(word)) {
      passive = true
      gap = 0
      continue
    }
    if (AUXILIARY.test(word) || /ly$/.test(word)) continue
    // Another main verb: the figure is said to do something else.
    if (passive) return null
    if (/^(?:and|or|,)$/.test(word) && gap === 0 && at > start) return null
    gap++
    if (gap > 7) return null
  }
  return null
}

/** After ", including three children," or ", all of them students,", where the sentence goes on with its verb. */
function afterAside({ words, list }: Tokens, lexicon: QuantityLexicon, start: number): number {
  if (words[start] !== "," && words[start] !== "(") return start
  const end = words.indexOf(words[start] === "," ? "," : ")", start + 1)
  if (end < 0 || end > start + 14) return start
  const next = words[end + 1] ?? ""
  const goesOn =
    BE.test(next) ||
    AUXILIARY.test(next) ||
    lexicon.measures.at(words, end + 1).some(({ value }) => value.passive || value.active)
  return goesOn && list[end + 1] ? end + 1 : start
}

type OnRight = Readonly<{
  tokens: Tokens
  lexicon: QuantityLexicon
  at: number
  passive: boolean
  gap: number
  length: number
  matches: readonly { words: readonly string[]; value: MeasureWord }[]
}>

function verbOnRight({ tokens, lexicon, at, passive, gap, matches, length }: OnRight): MeasureFound | null {
  const isSubject = matches.find(
    ({ value }) => value.counts !== "object" && value.counts !== "noun" && (value.active || value.passive),
  )
  const asPassive = matches.find(({ value }) => (value.counts === "object" || value.counts === "both") && value.passive)
  if (passive) {
    if (asPassive) return found(asPassive.value, "right", at)
    return isSubject ? found(isSubject.value, "right", at) : null
  }
  if (asPassive && gap <= 6 && !hasObject(tokens, lexicon, at + length) && !/ing$/.test(tokens.words[at]!))
    return found(asPassive.value, "right", at)
  return isSubject && gap <= 6 ? found(isSubject.value, "right", at) : null
}

/** Whether a noun group follows: then the verb is active and what stands before it does the deed. */
function hasObject({ words, list }: Tokens, lexicon: QuantityLexicon, at: number): boolean {
  const token = list[at]
  if (!token || token.kind === "mark") return token?.word === "$"
  if (token.kind === "digits") return true
  if (
    /^(?:the|a|an|his|her|its|their|our|my|your|him|them|it|us|me|himself|themselves|at|some|more|several|dozens|hundreds|this|these|those|no|about|around)$/.test(
      token.word,
    )
  ) {
    return (
      !(token.word === "at" && words[at + 1] !== "least") &&
      !(
        /^(?:this|about|around|the)$/.test(token.word) &&
        /^(?:week|month|year|day|following|same|morning|weekend|time)$/.test(words[at + 1] ?? "")
      )
    )
  }
  if (lexicon.numbers.has(token.word) || lexicon.people.at(words, at).length > 0) return true
  return token.capital && lexicon.noFigure.weekday.at(words, at).length === 0
}

const SKIPPED_LEFT = 10
const PREPOSITION =
  /^(?:in|on|at|by|from|into|onto|with|for|off|over|under|near|outside|inside|within|across|through|between|among|against|around|behind|above|below|toward|towards|via|amid|during|than|to)$/

/** "killed 12", "killing at least 12", "seized two boats, three rifles": the verb whose object it is. */
function leftMeasure({ tokens: { words, list }, lexicon, from }: Candidate): MeasureFound | null {
  let inverted = /^(?:is|are|was|were|be)$/.test(words[from - 1] ?? "")
  for (let at = from - 1; at >= Math.max(0, from - SKIPPED_LEFT); at--) {
    const word = words[at]!
    const near = lexicon.measures.endingAt(words, at)
    const verb = near.find(
      ({ value, words: phrase }) =>
        (value.counts === "object" || value.counts === "both") &&
        (inverted ? value.passive : value.active || (value.passive && phrase.length > 1)) &&
        !isNoun(words, at - phrase.length + 1),
    )
    if (verb) {
      const begin = at - verb.words.length + 1
      if (!inverted && isPassive(words, begin, verb.value))
        return companions(words, at, from) ? found(verb.value, "left", begin) : null
      return found(verb.value, "left", begin)
    }
    if (
      inverted &&
      near.some(({ value }) => value.counts === "state" || value.counts === "noun" || value.counts === "weak")
    ) {
      const value = near.find((one) => one.value.counts !== "of" && one.value.counts !== "toll")!.value
      if (value.counts !== "object" && value.counts !== "subject") return found(value, "left", at)
    }
    if (/^(?:[.;:!?]|that|which|who|when|while|after|before|because|but|if|as)$/.test(word) && word !== ":") return null
    if (/^(?:is|are|was|were|be|been|has|have|had|will|would|said|says)$/.test(word) && at < from - 1) return null
    if (
      PREPOSITION.test(word) &&
      !inverted &&
      !/^(?:along|together)$/.test(words[at - 1] ?? "") &&
      !(word === "at" && words[at + 1] === "least")
    ) {
      if (!(word === "to" && words[at + 1] === "death")) return null
    }
    if (list[at]!.kind === "digits" || lexicon.numbers.has(word)) {
      inverted = false
      return null
    }
  }
  return null
}

/** "the killed", "an injured": a participle after an article is a noun. */
const isNoun = (words: readonly string[], at: number): boolean =>
  /^(?:the|a|an|his|her|their|its)$/.test(words[at - 1] ?? "")

function isPassive(words: readonly string[], at: number, { passive }: MeasureWord): boolean {
  if (!passive) return false
  for (let back = at - 1; back >= at - 3; back--) {
    if (/^(?:is|are|was|were|be|been|being|got)$/.test(words[back] ?? "")) return true
    if (!/(?:ly|also|not|all|both|then)$/.test(words[back] ?? "")) return false
  }
  return false
}

/** "was killed along with three others". */
const companions = (words: readonly string[], at: number, from: number): boolean =>
  /\b(?:along with|together with|as well as|as were)\b/.test(words.slice(at + 1, from).join(" "))

/** "the death toll rose to 12", "a magnitude of 6.1". */
function tollMeasure({ tokens: { words, list }, lexicon, from, after, counted }: Candidate): MeasureFound | null {
  for (let at = from - 1; at >= Math.max(0, from - 12); at--) {
    const toll = lexicon.measures.endingAt(words, at).find(({ value }) => value.counts === "toll")
    if (toll && (toll.value.measure !== "magnitude" || counted.to === counted.from || at >= from - 3))
      return found(toll.value, "toll", at)
    if (/^[.;!?]$/.test(words[at]!) || list[at]!.kind === "digits") break
  }
  const magnitude = (at: number) => lexicon.measures.at(words, at).find(({ value }) => value.measure === "magnitude")
  const next =
    magnitude(after) ??
    (words[after] === "-" ? magnitude(after + 1) : undefined) ??
    (words[after] === "on" ? (magnitude(after + 1) ?? magnitude(after + 2)) : undefined)
  return next ? found(next.value, "toll", after) : null
}

/** "12 hostages", "30 troops": what the noun alone tells. */
function weakMeasure({ tokens: { words }, lexicon, counted }: Candidate): MeasureFound | null {
  if (counted.before) return null
  for (let at = counted.to - 1; at >= counted.from; at--) {
    const weak = lexicon.measures.endingAt(words, at).find(({ value }) => value.counts === "weak")
    if (weak) return found(weak.value, "weak", at)
    const person = lexicon.people.endingAt(words, at)[0]
    if (person) return person.value.measure === "present" ? { measure: "present", by: "weak", at } : null
  }
  return null
}
