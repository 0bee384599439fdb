import type { Case } from "./is-no-figure.ts"
import { isPluralNoun } from "./is-no-figure.ts"

/** Whether a number names a thing: "Flight 370", "No. 5", "#1", "Boeing 737", "AK-47", "180 Long Street", ".32-caliber". */
export function isLabel(given: Case): boolean {
  const { core, to, digits, effects } = given.quantity
  const { list } = given.tokens
  const before = list[core - 1]
  if (digits && isStreet(given, to)) return true
  if (!before || effects.size > 0) return false
  if (/^[#@/\\_=&]$/.test(before.word)) return true
  // "No. 5", ".32-caliber"
  if (before.word === ".") return true
  if (before.word === "-") return isHyphened(given)
  if (before.kind !== "word") return false
  if (digits && list[core]!.glued) return true
  return isNumbered(given) || isAfterName(given)
}

/** "AK-47", "F - 16", "mid-30" */
function isHyphened({ quantity: { core, digits }, tokens: { list } }: Case): boolean {
  const named = list[core - 2]
  if (named?.kind !== "word") return false
  if (list[core - 1]!.glued && list[core]!.glued) return digits || named.capital
  return digits && named.capital && named.end - named.start <= 3
}

/** "room 5", "Phase Two", but not "flight 12 passengers". */
function isNumbered(given: Case): boolean {
  const { quantity: { core, to, digits }, tokens: { list, words }, lexicon } = given // biome-ignore format: one line
  if (lexicon.noFigure.label.at(words, core - 1).length === 0 || isPluralNoun(given, to)) return false
  return digits || list[core - 1]!.capital || /^(?:number|page|phase|level|day|week|chapter)$/.test(words[core - 1]!)
}

/** "Windows 8", "Apollo 11": digits after a capital that does not begin the sentence, with nothing to count after them. */
function isAfterName(given: Case): boolean {
  const { quantity: { from, core, to, digits }, tokens: { list, words }, lexicon } = given // biome-ignore format: one line
  if (!digits || core < 2 || from !== core || !list[core - 1]!.capital) return false
  if (lexicon.noFigure.weekday.at(words, core - 1).length > 0 || isPluralNoun(given, to)) return false
  return !lexicon.measures
    .at(words, to)
    .some(({ value }) => value.passive || value.counts === "state" || value.counts === "noun")
}

const STREET_REACH = 4

/** "180 Long Street", "the 1200 block of" */
export function isStreet({ tokens: { list, words }, lexicon }: Case, to: number): boolean {
  if (/^blocks?$/.test(words[to] ?? "") && words[to + 1] === "of") return true
  for (let at = to; at < to + STREET_REACH; at++) {
    if (!list[at]?.capital && list[at]?.kind !== "digits") return false
    if (at > to && lexicon.noFigure.street.at(words, at).length > 0) return true
  }
  return false
}
