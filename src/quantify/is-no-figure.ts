import type { QuantityLexicon } from "../lexicon/quantities.ts"
import { isLabel, isStreet } from "./is-label.ts"
import { isTime } from "./is-time.ts"
import type { Quantity } from "./read-quantity.ts"
import type { Tokens } from "./token.ts"

/** A quantity that may be no figure. */
export type Case = Readonly<{ tokens: Tokens; lexicon: QuantityLexicon; quantity: Quantity }>

/** Whether a number is a date, time, duration, age, address, name of a model, score, telephone number or the like. */
export function isNoFigure(given: Case): boolean {
  const { unit, kind } = given.quantity
  if (unit && unit.kind !== "time" && kind !== "vague")
    return isCalibre(given) || isPosition(given) || isStreet(given, given.quantity.to)
  return (
    isTime(given) ||
    isAge(given) ||
    isSingleWeapon(given) ||
    isScore(given) ||
    isLabel(given) ||
    isListNumber(given) ||
    isIdiom(given)
  )
}

const wordAt = ({ tokens }: Case, at: number): string => tokens.words[at] ?? ""

/** "9-mm shells", "a 9 mm pistol", but not "20 mm of rain". */
const isCalibre = (given: Case): boolean =>
  given.quantity.unit?.unit === "mm" && isWeaponAt(given, given.quantity.after)

const isWeaponAt = ({ tokens: { words }, lexicon: { noFigure } }: Case, at: number): boolean =>
  [at, at + 1].some((one) => noFigure.calibre.at(words, one).length > 0)

/** "a 357 revolver": one weapon, of that calibre. */
function isSingleWeapon(given: Case): boolean {
  const { digits, to, low } = given.quantity
  const word = wordAt(given, to)
  return (
    digits &&
    (low ?? 0) > 1 &&
    !word.endsWith("s") &&
    !isPluralNoun(given, to + 1) &&
    given.lexicon.noFigure.calibre.at([word], 0).length > 0
  )
}

/** "the 20-yard line" */
function isPosition(given: Case): boolean {
  const { after, unit } = given.quantity
  return unit?.kind === "distance" && wordAt(given, after) === "line" && wordAt(given, after - 2) === "-"
}

const OLDEST = 120
const CLOSES = /^(?:[.,;)!?]|and|at|when|in)?$/

/** "Smith, 34, said", "aged 34", "ages 6 and 16", "dead at 95", "He was 95." */
function isAge(given: Case): boolean {
  const { from, to, digits, low } = given.quantity
  const { list, words } = given.tokens
  const [before, second, third] = [wordAt(given, from - 1), wordAt(given, from - 2), wordAt(given, from - 3)]
  if (/^(?:aged?|ages|turned|turns)$/.test(before)) return true
  if (/^(?:and|to|or)$/.test(before) && /^(?:aged?|ages)$/.test(third)) return true
  if (CLOSES.test(words[to] ?? "")) {
    // "the number of dead at 26" and "the dead at 26" count people.
    if (before === "at" && second === "dead") return !/^(?:of|the)$/.test(third)
    if (before === "at" && /^(?:dies|died|die|dying)$/.test(second)) return true
    if (/^(?:is|was)$/.test(before) && /^(?:he|she|who|i)$/.test(second)) return true
  }
  if (!digits || before !== "," || low === null || low > OLDEST) return false
  const named = list[from - 2]
  const isNamed = named?.kind === "word" && (named.capital || given.lexicon.people.at(words, from - 2).length > 0)
  return isNamed && /^(?:[,.)]|of|who|from|and|was|were)?$/.test(words[to] ?? "")
}

/** "31-24", "7 - 0", "24/7", "555-0100", "3-for-8": digits joined to digits that are no rising range of something. */
function isScore(given: Case): boolean {
  const { core, to, isRange, unit, digits } = given.quantity
  const { tokens: { list, words }, lexicon } = given // biome-ignore format: one line
  if (words[to] === "-" && lexicon.noFigure.joined.at(words, to + 1).length > 0) return true
  if (!digits) return false
  const joins = (at: number) => /^[-–—/]$/.test(words[at] ?? "")
  if (joins(core - 1) && (list[core - 2]?.kind === "digits" || (words[core - 2] === "and" && joins(core - 3))))
    return true
  if (joins(to) && list[to + 1]?.kind === "digits") return true
  return isRange && joins(core + 1) && !unit && !isPluralNoun(given, to) && !isPluralNoun(given, to + 1)
}

/** A noun in the plural, as far as its form tells. */
export function isPluralNoun({ tokens: { list, words }, lexicon }: Case, at: number): boolean {
  const token = list[at]
  if (token?.kind !== "word") return false
  if (lexicon.people.at(words, at).length > 0) return true
  return !token.capital && /[^s]s$/.test(token.word) && !lexicon.functions["ends-group"].has(token.word)
}

/** "[4]", "1. First", "(2)": a number alone in brackets, or before a full stop where a line begins. */
function isListNumber(given: Case): boolean {
  const { core, to, digits } = given.quantity
  const { words, list } = given.tokens
  if (!digits || to !== core + 1) return false
  if (words[core - 1] === "[" && words[to] === "]") return true
  if (words[core - 1] === "(" && words[to] === ")") return true
  return core === 0 && /^[.)]$/.test(words[to] ?? "") && list.length > 2
}

/** "one of the", "one another", "the one that": "one" that counts nothing. */
export function isPronoun(given: Case): boolean {
  const { from, core, to } = given.quantity
  const { tokens: { words }, lexicon: { noFigure } } = given // biome-ignore format: one line
  if (to !== core + 1 || words[core] !== "one" || from !== core) return false
  const before = wordAt(given, core - 1)
  if (before === "the" || before === "only") return !isPluralNoun(given, to)
  if (noFigure["one-before"].at(words, core - 1).length > 0) return true
  return to >= words.length || noFigure["one-after"].at(words, to).length > 0
}

function isIdiom(given: Case): boolean {
  const { core, to } = given.quantity
  const { idiom } = given.lexicon.noFigure
  for (let at = Math.max(0, core - 2); at < to; at++) {
    if (idiom.at(given.tokens.words, at).some(({ words }) => at + words.length > core)) return true
  }
  return false
}
