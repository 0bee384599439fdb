import type { Measure } from "../model/figure.ts"
import type { Counted } from "./counted.ts"
import type { Sentence } from "./find-drafts.ts"
import type { MeasureFound } from "./find-measure.ts"
import type { Quantity } from "./read-quantity.ts"

/** Measures that a unit tells, whatever is said around it. */
export const FIXED: ReadonlySet<Measure> = new Set(["distance", "area", "mass", "money", "share", "rate", "magnitude"])

type Given = Readonly<{ quantity: Quantity; counted: Counted; found: MeasureFound | null }>

/** What the unit of a quantity tells; null when it has none, or one that counts ("barrels") and a verb tells more. */
export function fixedMeasure(sentence: Sentence, given: Given): Measure | null {
  const { quantity: { unit, kind, after }, found } = given // biome-ignore format: one line
  const { words } = sentence.tokens
  if (kind === "share") return "share"
  // "five times the limit", "three times as many"
  const isTimes = words[after] === "times"
  if (
    isTimes &&
    /^(?:the|as|more|higher|larger|bigger|greater|that|its|their|faster|lower)$/.test(words[after + 1] ?? "")
  ) {
    return "rate"
  }
  if (!unit || unit.kind === "time") return isMoney(sentence, given) ? "money" : null
  if (unit.kind === "sign" || unit.kind === "money" || isPoundsSterling(sentence, given)) return "money"
  // "5.2 yards a carry", "3 km per lap"
  if (unit.kind === "distance" && /^(?:per|an?|each|every)$/.test(words[after] ?? "")) return "rate"
  if (FIXED.has(unit.kind as Measure)) return unit.kind as Measure
  if (isEachTime(sentence, after)) return "rate"
  return found ? null : "count"
}

const MILLION = 1e6

/** "5,000 litres of water a minute", "800 barrels per day". */
function isEachTime({ tokens: { words }, lexicon }: Sentence, after: number): boolean {
  const from = words[after] === "of" ? after + 2 : after
  return [from, from + 1].some(
    (at) => /^(?:per|an?|each|every)$/.test(words[at] ?? "") && lexicon.units.at(words, at + 1).some(({ value }) => value.kind === "time"), // biome-ignore format: one thought
  )
}

/** "worth 2,000 pounds", "2 million pounds": more than weighs anything, or where money is spoken of. */
function isPoundsSterling(
  { tokens: { words }, lexicon }: Sentence,
  { quantity: { unit, low, high, from } }: Given,
): boolean {
  if (unit?.unit !== "pounds" || unit.kind !== "mass") return false
  if ((low ?? high ?? 0) >= MILLION) return true
  return words.slice(Math.max(0, from - 5), from).some((word) => lexicon.functions.money.has(word))
}

/** From here on, a bare number in a sentence about money is one of it: "a fee of 20,000". */
const LEAST = 5000
const BILLION = 1e9

/** "They earned 40 million": so many of nothing named, where the sentence speaks of money. */
function isMoney({ tokens: { words }, lexicon }: Sentence, { quantity, counted }: Given): boolean {
  const { kind, low, high, to } = quantity
  // Billions of nothing named are money.
  if (kind === "number" && (low ?? high ?? 0) >= BILLION && counted.from === counted.to) return true
  if (kind !== "number" || (low ?? high ?? 0) < LEAST || (counted.from < counted.to && !counted.before)) return false
  const isSpokenOf = (word: string): boolean => lexicon.functions.money.has(word) || /^[$£€¥₹]$/.test(word)
  return words.slice(0, to).some(isSpokenOf) || ((low ?? high ?? 0) >= MILLION && words.slice(to).some(isSpokenOf))
}
