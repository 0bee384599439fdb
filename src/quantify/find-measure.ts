import type { MeasureWord, QuantityLexicon } from "../lexicon/quantities.ts"
import type { Measure } from "../model/figure.ts"
import type { Counted } from "./counted.ts"
import { isPerson } from "./is-person.ts"
import { measureAfter } from "./measure-after.ts"
import { measureBefore } from "./measure-before.ts"
import type { Tokens } from "./token.ts"

/** A figure at tokens [from, after), unit included, whose measure is asked for. */
export type Candidate = Readonly<{
  tokens: Tokens
  lexicon: QuantityLexicon
  from: number
  after: number
  counted: Counted
}>

/** `person`: whether people are counted; null where the words do not tell. */
export type Asked = Candidate & Readonly<{ person: boolean | null }>

/** `at`: the token that it was read from. `near`: how many words lie between that and the figure. */
export type MeasureFound = Readonly<{
  measure: Measure
  by: "noun" | "right" | "left" | "toll" | "weak"
  at: number
  near: number
}>

/** From this many words between on, a verb before the figure and one after it are equally likely to be about it. */
const CLOSE = 3

/** What a figure measures, by the words on it and around it, surest first; null when none tells. */
export function findMeasure(candidate: Candidate): MeasureFound | null {
  const asked: Asked = { ...candidate, person: isPerson(candidate.tokens, candidate.lexicon, candidate.counted) }
  const noun = nounMeasure(candidate)
  if (noun) return noun
  if (!candidate.counted.before) {
    const later = suited(asked, measureAfter(asked))
    if (later?.near === 0) return later
    const prior = suited(asked, measureBefore(asked))
    const nearest = prior && (!later || prior.near <= CLOSE) ? prior : later
    if (nearest) return nearest
  }
  return tollMeasure(candidate) ?? weakMeasure(candidate)
}

/** People seized are captured. */
const suited = ({ person }: Asked, found: MeasureFound | null): MeasureFound | null =>
  found && person && found.measure === "seized" ? { ...found, measure: "captured" } : found

const found = (word: MeasureWord, by: MeasureFound["by"], at: number): MeasureFound => ({
  measure: word.measure,
  by,
  at,
  near: 0,
})

/** "12 deaths", "23 arrested pirates", "the bodies of 70 civilians". */
function nounMeasure({ tokens: { words }, lexicon, from, counted }: Candidate): MeasureFound | null {
  for (let at = counted.from; at < counted.to && !counted.before; at++) {
    for (const { value, words: phrase } of lexicon.measures.at(words, at)) {
      const isLast = at + phrase.length >= counted.to
      if (value.counts === "noun" && (isLast || value.measure === "magnitude")) return found(value, "noun", at)
      const describes = value.counts === "state" || (value.passive && value.counts !== "subject" && !value.base)
      if (!isLast && describes) return found(value, "noun", at)
    }
  }
  if (words[from - 1] !== "of" && words[from - 1] !== "to") return null
  const of = lexicon.measures.endingAt(words, from - 2).find(({ value }) => value.counts === "of")
  return of ? found(of.value, "noun", from - 2) : null
}

const TOLL_REACH = 12

/** "the death toll rose to 12", "a magnitude of 6.1", "6.1-magnitude". */
function tollMeasure(candidate: Candidate): MeasureFound | null {
  const { tokens: { words, list }, lexicon, from, after, counted } = candidate // biome-ignore format: one line
  for (let at = from - 1; at >= Math.max(0, from - TOLL_REACH); at--) {
    const toll = lexicon.measures.endingAt(words, at).find(({ value }) => value.counts === "toll")
    const isBare = counted.to === counted.from
    if (
      toll &&
      (toll.value.measure === "magnitude" || toll.value.measure === "rate"
        ? isBare || at >= from - 3
        : isBare || isPerson(candidate.tokens, lexicon, counted) !== false)
    ) {
      return found(toll.value, "toll", at)
    }
    if (/^[.;!?]$/.test(words[at]!) || list[at]!.kind === "digits") break
  }
  const scale = words[after] === "-" ? after + 1 : words[after] === "on" ? after + 2 : after
  const next = [scale, after + 1]
    .flatMap((at) => lexicon.measures.at(words, at))
    .find(({ value }) => value.measure === "magnitude")
  return next ? found(next.value, "toll", after) : null
}

/** "12 hostages", "30 troops": what the noun alone tells. */
function weakMeasure({ tokens: { words }, lexicon, counted }: Candidate): MeasureFound | null {
  if (counted.before || counted.to === counted.from) return null
  const at = counted.to - 1
  const weak = lexicon.measures.endingAt(words, at).find(({ value }) => value.counts === "weak")
  if (weak) return found(weak.value, "weak", at)
  const person = lexicon.people.endingAt(words, at)[0]
  return person?.value.measure === "present" ? { measure: "present", by: "weak", at, near: 0 } : null
}
