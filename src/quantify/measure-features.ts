import type { MeasureWord, QuantityLexicon } from "../lexicon/quantities.ts"
import type { Measure } from "../model/figure.ts"
import type { Draft } from "./draft.ts"
import type { Sentence } from "./find-drafts.ts"
import { isPerson } from "./is-person.ts"
import type { Tokens } from "./token.ts"

/** A word that speaks for a measure, at a token. */
type Signal = Readonly<{ at: number; to: number; measure: Measure; form: "verb" | "state" | "noun" }>

/** Measures that the words of a title speak for. */
export type Topic = ReadonlySet<Measure>

const REACH = 12
const NEAR = 3

/** Words of a sentence that speak for measures, in order. */
export function findSignals({ words }: Tokens, { measures }: QuantityLexicon): Signal[] {
  const signals: Signal[] = []
  for (let at = 0; at < words.length; at++) {
    for (const { value, words: phrase } of measures.at(words, at)) {
      signals.push({ at, to: at + phrase.length, measure: value.measure, form: formOf(value) })
    }
  }
  return signals
}

const formOf = ({ counts, active, passive }: MeasureWord): Signal["form"] =>
  active || passive ? "verb" : counts === "state" ? "state" : "noun"

type Given = Readonly<{
  sentence: Sentence
  drafts: readonly Draft[]
  index: number
  signals: readonly Signal[]
  topic: Topic
}>

/** What speaks for and against each measure of a draft, as names that data/models/measures.json gives weights to. */
export function measureFeatures(given: Given): string[] {
  const draft = given.drafts[given.index]!
  return ["bias", ...ruleFeatures(given, draft), ...sizeFeatures(draft), ...nounFeatures(given, draft), ...wordFeatures(given, draft), ...neighbourFeatures(given), ...signalFeatures(given, draft)] // biome-ignore format: one list
}

function ruleFeatures({ sentence: { tokens, lexicon } }: Given, draft: Draft): string[] {
  const { found, measure, kind, idle, counted } = draft
  const person = isPerson(tokens, lexicon, counted)
  const features = [`rule ${measure}`, `rule ${measure} ${found?.by ?? "none"}`, `rule ${measure} ${person}`]
  features.push(`kind ${kind}`)
  if (idle) features.push("idle", `idle ${kind} ${found === null}`)
  if (found) features.push(`by ${found.by}`, found.near > NEAR ? `far ${measure}` : "near")
  return features
}

function sizeFeatures({ quantity, low, about }: Draft): string[] {
  if (!quantity) return []
  const features = [`quantity ${quantity.kind}`, `size ${sizeOf(low ?? 0)}`]
  if (quantity.digits) features.push("digits")
  if (low !== null && !Number.isInteger(low)) features.push("decimal")
  if (about || quantity.effects.size > 0 || quantity.isRange) features.push("bounded")
  if (quantity.unit) features.push(`unit ${quantity.unit.kind}`)
  return features
}

const sizeOf = (value: number): string =>
  value === 1 ? "one" : value < 10 ? "few" : value < 100 ? "tens" : value < 1e4 ? "many" : value < 1e6 ? "masses" : "millions" // biome-ignore format: one line

function nounFeatures({ sentence: { tokens, lexicon } }: Given, { counted, measure }: Draft): string[] {
  if (counted.from === counted.to) return ["bare"]
  const features = [`person ${isPerson(tokens, lexicon, counted)}`]
  if (counted.before) features.push("noun before")
  for (let at = counted.from; at < counted.to; at++) {
    const isHead = at === counted.to - 1
    const person = lexicon.people.at(tokens.words, at)[0]?.value
    if (person) features.push(`status ${person.status}`, `often ${person.measure}`)
    const thing = lexicon.things.at(tokens.words, at)[0]?.value
    if (thing) features.push(`${isHead ? "head" : "in"} ${thing}`)
    if (thing && isHead) features.push(`head ${thing} ${measure}`)
  }
  return features
}

function wordFeatures(
  {
    sentence: {
      tokens: { words, list },
      lexicon,
    },
  }: Given,
  draft: Draft,
): string[] {
  const { from, to, counted } = draft
  const end = Math.max(to, counted.before ? to : counted.to)
  const named = (at: number): string => {
    const word = words[at]
    if (word === undefined) return "edge"
    if (lexicon.functions["ends-group"].has(word) || list[at]!.kind === "mark") return word
    return lexicon.deeds.get(word) ?? (list[at]!.capital ? "Name" : "word")
  }
  const features = [`before ${named(from - 1)}`, `after ${named(end)}`, `after ${named(end)} ${named(end + 1)}`]
  if (words[from - 2] === "there" || words[from - 3] === "there") features.push("there")
  for (let at = Math.max(0, from - REACH); at < from; at++) {
    const deed = lexicon.deeds.get(words[at]!)
    if (deed) features.push(`deed before ${deed}`)
  }
  for (let at = end; at < Math.min(words.length, end + REACH); at++) {
    const deed = lexicon.deeds.get(words[at]!)
    if (deed) features.push(`deed after ${deed}`)
  }
  return features
}

function neighbourFeatures({ drafts, index, topic }: Given): string[] {
  const features = [...topic].map((measure) => `title ${measure}`)
  const [before, after] = [drafts[index - 1], drafts[index + 1]]
  if (before) features.push(`figure before ${before.measure}${drafts[index]!.joined ? " joined" : ""}`)
  if (after) features.push(`figure after ${after.measure}${after.joined ? " joined" : ""}`)
  return features
}

/** Signals of the same clause, on either side. */
function signalFeatures(
  {
    sentence: {
      tokens: { words },
      lexicon,
    },
    signals,
  }: Given,
  draft: Draft,
): string[] {
  const end = Math.max(draft.to, draft.counted.before ? draft.to : draft.counted.to)
  const features = new Set<string>()
  for (const { at, to, measure, form } of signals) {
    const isBefore = to <= draft.from
    if (!isBefore && at < draft.to) continue
    const side = isBefore ? "left" : at < end ? "within" : "right"
    const distance = isBefore ? draft.from - to : Math.max(0, at - end)
    if (distance > REACH) continue
    const between = isBefore ? words.slice(to, draft.from) : words.slice(end, at)
    const isClause = !between.some((word) => lexicon.functions["begins-clause"].has(word) || word === ",")
    features.add(`${side} ${form} ${measure}${distance <= NEAR && isClause ? " near" : isClause ? "" : " far"}`)
    features.add(`around ${measure}`)
  }
  return [...features]
}
