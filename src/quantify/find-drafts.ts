import type { QuantityLexicon } from "../lexicon/quantities.ts"
import { type Counted, findCounted } from "./counted.ts"
import type { Draft } from "./draft.ts"
import { findMeasure, type MeasureFound } from "./find-measure.ts"
import { fixedMeasure } from "./fixed-measure.ts"
import { isNoFigure, isPronoun } from "./is-no-figure.ts"
import { isPerson } from "./is-person.ts"
import { joinDrafts } from "./join-drafts.ts"
import { findNumberOf } from "./number-of.ts"
import { type Quantity, readQuantity } from "./read-quantity.ts"
import type { Tokens } from "./token.ts"
import { sameAt, VICTIMS, victimAt, zeroAt } from "./without-number.ts"

export type Sentence = Readonly<{ tokens: Tokens; lexicon: QuantityLexicon }>

/** What stands before a figure that has no number: "A man was killed", "no one", "the same number". */
const WITHOUT_NUMBER = /^(?:an?|no|none|nobody|another|the)$/

/** What may be figures of one sentence, in order, idle ones too, before they are tied to what stands around it. */
export function findDrafts(sentence: Sentence): Draft[] {
  const drafts: Draft[] = []
  for (let at = 0; at < sentence.tokens.list.length; ) {
    const { draft, next } = draftAt(sentence, at)
    if (draft) drafts.push(draft)
    at = next
  }
  return joinDrafts(sentence, drafts).map((draft) => ({ ...draft, idle: draft.idle || isIdle(sentence, draft) }))
}

/** What counts nothing, and of which nothing is said, is hardly a figure: "he dialled 117", "a draw in three". */
function isIdle({ tokens: { list }, lexicon: { functions, numbers } }: Sentence, draft: Draft): boolean {
  const { kind, found, counted, quantity, to, measure } = draft
  if (kind === "victim") return found === null
  if (kind !== "number" || found || measure !== "count" || counted.from < counted.to) return false
  if (quantity?.unit || quantity?.kind === "share") return false
  const next = list[to]?.word ?? ""
  // "All three live there", "the two met"
  const before = list[(quantity?.core ?? 0) - 1]?.word ?? ""
  if (!quantity?.digits && /^(?:the|all|these|those)$/.test(before) && list[to]?.kind === "word") return false
  const isSubject = functions.between.has(next) || functions.finite.has(next)
  return !isSubject || quantity?.kind === "vague" || numbers.has(next)
}

function draftAt(sentence: Sentence, at: number): { draft: Draft | null; next: number } {
  const { tokens, lexicon } = sentence
  const token = tokens.list[at]!
  const isOpen = token.kind === "word" && WITHOUT_NUMBER.test(token.word)
  const special = isOpen ? (zeroAt(sentence, at) ?? sameAt(sentence, at)) : null
  if (special) return { draft: special, next: special.to }
  const quantity = token.kind === "digits" || lexicon.begins.has(token.word) ? readQuantity(tokens, lexicon, at) : null
  if (quantity) {
    const draft = numberDraft(sentence, quantity)
    return { draft, next: draft ? afterNumber(sentence, quantity) : quantity.to }
  }
  const victim = isOpen ? victimAt(sentence, at) : null
  return { draft: victim, next: victim?.to ?? at + 1 }
}

/** Numbers within the words counted ("12 AK-47 rifles") begin no figure. */
function afterNumber({ tokens, lexicon }: Sentence, { from, to, after }: Quantity): number {
  const counted = findCounted(tokens, lexicon, { from, after })
  return counted.before ? to : Math.max(to, counted.to)
}

function numberDraft(sentence: Sentence, quantity: Quantity): Draft | null {
  const { tokens, lexicon } = sentence
  const { from, to, after, low, high, about } = quantity
  if (isNoFigure({ tokens, lexicon, quantity })) return null
  const beside = findCounted(tokens, lexicon, { from, after })
  const isBare = beside.from === beside.to && quantity.unit === null && quantity.kind !== "share"
  const numberOf = isBare ? findNumberOf({ tokens, lexicon, quantity }) : null
  const counted = numberOf?.counted ?? beside
  const said = numberOf?.found ?? findMeasure({ tokens, lexicon, from, after, counted })
  // "A 6.9 earthquake" is a magnitude, "three earthquakes" are counted.
  const found = said?.by === "noun" && said.measure === "magnitude" && Number.isInteger(low) ? null : said
  const isVictim = found?.by === "right" && found.near === 0 && VICTIMS.has(found.measure)
  if (isPronoun({ tokens, lexicon, quantity }) && !isVictim) return null
  const idle = isIdleOne(sentence, { quantity, counted, found })
  const measure = fixedMeasure(sentence, { quantity, counted, found }) ?? found?.measure ?? "count"
  return {
    from,
    to,
    low,
    high,
    about,
    quantity,
    counted,
    found,
    measure,
    kind: "number",
    whole: -1,
    joined: false,
    idle,
    probability: 0,
  }
}

type Idle = Readonly<{ quantity: Quantity; counted: Counted; found: MeasureFound | null }>

/** "in one video", "one law": "one" of a thing of which nothing is said that is counted is rather an article. */
function isIdleOne({ tokens, lexicon }: Sentence, { quantity, counted, found }: Idle): boolean {
  if (found || quantity.unit || tokens.words[quantity.core] !== "one" || quantity.to !== quantity.core + 1) return false
  if (quantity.from !== quantity.core || counted.before) return false
  return (
    isPerson(tokens, lexicon, counted) !== true ||
    /^of$/.test(tokens.words[quantity.core - 1] ?? "") ||
    lexicon.functions.preposition.has(tokens.words[quantity.core - 1] ?? "")
  )
}
