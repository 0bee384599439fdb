import type { QuantityLexicon } from "../lexicon/quantities.ts"
import type { Quantity } from "./read-quantity.ts"
import type { Tokens } from "./token.ts"

type Case = Readonly<{ tokens: Tokens; lexicon: QuantityLexicon; quantity: Quantity }>

/** Whether a number is a date, time, duration, age, address, name of a model, score, telephone number or the like. */
export function isNoFigure(given: Case): boolean {
  if (given.quantity.unit && given.quantity.unit.kind !== "time" && given.quantity.kind !== "vague")
    return isCalibre(given)
  return TESTS.some((test) => test(given))
}

const wordAt = ({ tokens }: Case, at: number): string => tokens.words[at] ?? ""

/** "nine-mm shells", "a 9 mm pistol". */
const isCalibre = (given: Case): boolean =>
  given.quantity.unit?.unit === "mm" && !/^(?:of|thick|wide|long|\.|,|\))?$/.test(wordAt(given, given.quantity.after))

/** "for three days", "8 p.m.", "a two-year-old". */
function isTime(given: Case): boolean {
  const {
    quantity: { unit, to },
    tokens,
    lexicon,
  } = given
  if (unit?.kind === "time") return true
  // "ten more minutes", "three full days", "two or so hours"
  const next = lexicon.units.at(tokens.words, to + 1)[0]
  return (
    next?.value.kind === "time" &&
    tokens.list[to]?.kind === "word" &&
    !/^(?:and|or|in|on|at|of|to|the|a|for|by|who|is|was|were|every|per|this|that|last|next)$/.test(wordAt(given, to))
  )
}

const isClock = (given: Case): boolean => {
  const {
    quantity: { core, to },
    tokens: { list, words },
  } = given
  const near = (at: number, mark: string) => words[at] === mark && list[at + 1]?.kind === "digits"
  return near(to, ":") || (words[core - 1] === ":" && list[core - 2]?.kind === "digits" && given.quantity.digits)
}

/** "May 15", "15 May", "Sunday 15", "15th". */
function isDate(given: Case): boolean {
  const {
    quantity: { core, to, digits },
    tokens,
    lexicon,
  } = given
  const { month } = lexicon.noFigure
  const isMonth = (at: number) => month.at(tokens.words, at).length > 0 && tokens.list[at]!.capital
  if (digits && (isMonth(core - 1) || (wordAt(given, core - 1) === "." && isMonth(core - 2)))) return true
  if (digits && (isMonth(to) || (wordAt(given, to) === "of" && isMonth(to + 1)))) return true
  return tokens.list[to]?.glued === true && /^(?:st|nd|rd|th|s|a|b|c|d|x|am|pm)$/.test(wordAt(given, to)) && digits
}

/** Four digits from 1500 to 2100 without a separator, where no plural noun follows or a word before asks for a year. */
function isYear(given: Case): boolean {
  const {
    quantity: { core, to, digits, effects },
    tokens: { list },
  } = given
  const token = list[core]!
  if (!digits || token.word.length !== 4 || to !== core + 1) return false
  const year = Number(token.word)
  if (!(year >= 1500 && year <= 2100)) return false
  const before = wordAt(given, core - 1)
  if (
    /^(?:in|since|until|till|during|the|early|late|mid|summer|winter|spring|autumn|fall|back|from|of|after|before|year|january|december|circa|between|'s|by|through)$/.test(
      before,
    )
  )
    return true
  const next = list[to]
  const isPlural =
    next?.kind === "word" &&
    !next.capital &&
    /(?:s|people|men|women|children|police|troops|personnel)$/.test(next.word) &&
    !/^(?:is|was|as|its|his|this|has|does)$/.test(next.word)
  return !(isPlural || effects.size > 0)
}

/** "Smith, 34, said", "aged 34", "ages 6 and 16", "in his 30s". */
function isAge(given: Case): boolean {
  const {
    quantity: { from, to, digits },
    tokens: { list, words },
  } = given
  if (/^(?:aged?|ages|turned|turns)$/.test(wordAt(given, from - 1))) return true
  if (/^(?:and|to|or)$/.test(wordAt(given, from - 1)) && /^(?:aged?|ages)$/.test(wordAt(given, from - 3))) return true
  if (!digits || words[from - 1] !== "," || !(given.quantity.low! < 120)) return false
  const closes = /^[,.)]$/.test(words[to] ?? ".") || /^(?:of|who|from|and|was|were)$/.test(words[to] ?? "")
  const named = list[from - 2]
  return (
    closes &&
    named?.kind === "word" &&
    (named.capital ||
      /^(?:jr|sr|daughter|son|brother|sister|wife|husband|mother|father|man|woman|boy|girl|friend)$/.test(
        named.word,
      )) &&
    !(words[to] === "and" && list[to + 1]?.kind === "digits" && false)
  )
}

/** "Flight 370", "No. 5", "#1", "Boeing 737", "180 Long Street", "AK-47", "1,200-2". */
function isLabel(given: Case): boolean {
  const {
    quantity: { from, core, to, digits, effects },
    tokens,
    lexicon,
  } = given
  const { list, words } = tokens
  const {
    noFigure: { label, street, weekday },
  } = lexicon
  const before = list[core - 1]
  if (!before || effects.size > 0) return digits && isStreet(given, to)
  if (/^[#@/\\_=&]$/.test(before.word)) return true
  if (before.word === "-" && before.glued && list[core]!.glued && list[core - 2]?.kind === "word")
    return digits || list[core - 2]!.capital
  if (before.word === "." && /^(?:no|nos|vol|fig|art|sec|rte|apt|pt|ch)$/.test(words[core - 2] ?? "")) return true
  if (
    before.kind === "word" &&
    before.glued === false &&
    label.at(words, core - 1).length > 0 &&
    !isPluralNoun(tokens, lexicon, to)
  ) {
    return (
      digits ||
      before.capital ||
      /^(?:number|grade|page|phase|level|season|game|day|week|chapter|act|class|type|top|room)$/.test(before.word)
    )
  }
  if (digits && before.kind === "word" && list[core]!.glued) return true
  if (digits && before.kind === "word" && before.capital && core - 1 > 0 && from === core) {
    if (weekday.at(words, core - 1).length > 0) return false
    return (
      !isPluralNoun(tokens, lexicon, to) &&
      !lexicon.measures.at(words, to).some(({ value }) => value.passive || value.counts === "state")
    )
  }
  return digits && street.at(words, to + 1).length > 0 && isStreet(given, to)
}

function isStreet(given: Case, to: number): boolean {
  const {
    tokens: { list, words },
    lexicon,
  } = given
  for (let at = to; at < to + 4; at++) {
    if (!list[at]?.capital && list[at]?.kind !== "digits") return false
    if (at > to && lexicon.noFigure.street.at(words, at).length > 0) return true
  }
  return false
}

export function isPluralNoun({ list, words }: Tokens, lexicon: QuantityLexicon, at: number): boolean {
  const token = list[at]
  if (token?.kind !== "word") return false
  if (lexicon.people.at(words, at).length > 0) return true
  return !token.capital && /[^s]s$/.test(token.word) && lexicon.noFigure.stop.at(words, at).length === 0
}

/** "31-24", "7 - 0", "24/7", "555-0100", "1.2.3", "3-for-8": digits joined to digits that are no rising range of something. */
function isScore(given: Case): boolean {
  const {
    quantity: { core, to, isRange, unit, digits },
    tokens: { list, words },
    lexicon,
  } = given
  if (!digits)
    return (
      wordAt(given, to) === "-" &&
      /^(?:on|for|to|nil|all|love|time|way|fold|dimensional|sided)$/.test(wordAt(given, to + 1)) &&
      wordAt(given, to + 1) !== "to"
    )
  const joint = (at: number) => /^[-–—/]$/.test(words[at] ?? "")
  if (joint(core - 1) && list[core - 2]?.kind === "digits") return true
  if (joint(to) && list[to + 1]?.kind === "digits") return true
  if (isRange && /^[-–—]$/.test(words[core + 1] ?? ""))
    return (
      !unit && !(list[to]?.kind === "word" && !list[to]!.capital && lexicon.noFigure.stop.at(words, to).length === 0)
    )
  return words[to] === "-" && /^(?:for|on|and|of|nil|under)$/.test(words[to + 1] ?? "")
}

/** "[4]", "1. First", "(2)": a number alone in brackets, or before a full stop where a line begins. */
function isListNumber(given: Case): boolean {
  const {
    quantity: { core, to, digits },
    tokens: { words, list },
  } = given
  if (!digits || to !== core + 1) return false
  if (words[core - 1] === "[" && words[to] === "]") return true
  if (words[core - 1] === "(" && words[to] === ")") return true
  return core === 0 && /^[.)]$/.test(words[to] ?? "") && list.length > 2
}

/** "one of the", "one another", "no one": "one" counts only where a thing stands after it; "the one that" is a pronoun. */
function isPronoun(given: Case): boolean {
  const {
    quantity: { from, core, to },
    tokens,
    lexicon,
  } = given
  if (to !== core + 1 || tokens.words[core] !== "one" || from !== core) return false
  const before = wordAt(given, core - 1)
  const next = wordAt(given, to)
  if (
    /^(?:the|this|that|which|any|every|each|no|some|another|only|last|first|next|a|good|big|new|old|other|right|wrong|particular|latest|same|than|square|day)$/.test(
      before,
    ) &&
    !(before === "the" || before === "only" ? isPluralNoun(tokens, lexicon, to) : false)
  )
    return true
  if (
    next === "-" ||
    /^(?:another|is|can|has|could|would|should|might|may|must|else|day|time|more|thing|way|point|hand|side|reason|that|who|last|final|month|year|day|week|morning|night|afternoon|evening|summer|big|'s|by|at|in|on|or|and|,|\.|:|;|\?|!|")$/.test(
      next,
    )
  ) {
    return true
  }
  return next === "" || (next === "of" && true)
}

/** Years of a sentence, ordinal fractions, temperature of idioms: "the last three", "one-way", "top ten". */
function isIdiom(given: Case): boolean {
  const {
    quantity: { core, to },
    tokens: { words },
  } = given
  const before = wordAt(given, core - 1)
  if (/^(?:top|square|plan|catch|world)$/.test(before)) return true
  const around = words.slice(Math.max(0, core - 2), to + 2).join(" ")
  return /\b(?:one - on - one|two sides to|at sixes|one - time|on all fours|24 - hour|nine - to|zero tolerance|zero in|ground zero|zero - day|zero - sum|day zero|million - dollar question|one - sided|two cents|thousand words|first two|one or the other)\b/.test(
    around,
  )
}

const TESTS: readonly ((given: Case) => boolean)[] = [
  isTime,
  isClock,
  isDate,
  isYear,
  isAge,
  isScore,
  isLabel,
  isListNumber,
  isPronoun,
  isIdiom,
]
