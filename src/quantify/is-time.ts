import type { Case } from "./is-no-figure.ts"
import { isPluralNoun } from "./is-no-figure.ts"

/** Whether a number is a part of a duration, a time of day, a date or a year. */
export const isTime = (given: Case): boolean => isDuration(given) || isClock(given) || isDate(given) || isYear(given)

const wordAt = ({ tokens }: Case, at: number): string => tokens.words[at] ?? ""

/** "for three days", "8 p.m.", "a two-year-old", "ten more minutes", "two and a half hours". */
function isDuration(given: Case): boolean {
  const { quantity: { unit, to }, tokens: { words, list }, lexicon } = given // biome-ignore format: one line
  if (unit?.kind === "time") return true
  const isOf = words[to] === "of"
  const next = lexicon.units.at(words, to + 1)[0] ?? (isOf ? lexicon.units.at(words, to + 2)[0] : undefined)
  if (next?.value.kind !== "time" || list[to]?.kind !== "word") return false
  return isOf || !lexicon.functions["ends-group"].has(words[to]!)
}

/** "8:30", "8 : 30", "8.30 am" */
function isClock({ quantity: { core, to, digits }, tokens: { list, words } }: Case): boolean {
  if (words[to] === ":" && list[to + 1]?.kind === "digits") return true
  return digits && words[core - 1] === ":" && list[core - 2]?.kind === "digits"
}

/** "May 15", "15 May", "15th of May", "1990s" */
function isDate(given: Case): boolean {
  const { quantity: { core, to, digits }, tokens: { list, words }, lexicon } = given // biome-ignore format: one line
  if (!digits) return false
  const isMonth = (at: number) => list[at]?.capital === true && lexicon.noFigure.month.at(words, at).length > 0
  if (isMonth(core - 1) || (words[core - 1] === "." && isMonth(core - 2))) return true
  if (isMonth(to) || (words[to] === "of" && isMonth(to + 1))) return true
  return list[to]?.glued === true && /^(?:st|nd|rd|th|s|a|b|c|d|x|am|pm)$/.test(words[to]!)
}

const [EARLIEST, LATEST] = [1500, 2100]

/** Four digits without a separator, where no plural noun follows or a word before asks for a year: "in 2011". */
function isYear(given: Case): boolean {
  const { quantity: { core, to, digits, effects, isRange }, tokens: { words }, lexicon } = given // biome-ignore format: one line
  const word = words[core]!
  if (!digits || word.length !== 4 || (to !== core + 1 && !isRange)) return false
  if (!(Number(word) >= EARLIEST && Number(word) <= LATEST)) return false
  if (lexicon.noFigure.year.at(words, core - 1).length > 0) return true
  return (
    !(isPluralNoun(given, to) || effects.size > 0) ||
    (isRange && wordAt(given, to - 1).length === 4 && !isPluralNoun(given, to))
  )
}
