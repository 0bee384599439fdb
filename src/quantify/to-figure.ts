import type { QuantityLexicon } from "../lexicon/quantities.ts"
import type { Analysis } from "../model/analysis.ts"
import type { Attribution } from "../model/attribution.ts"
import { type Figure, type FigureId, figureId, type Measure, type Status } from "../model/figure.ts"
import { contains, type Span } from "../model/span.ts"
import type { Draft } from "./draft.ts"
import type { Surroundings } from "./find-figures.ts"
import { findPeriod } from "./period.ts"
import { findSide } from "./side.ts"
import type { Tokens } from "./token.ts"

type Given = Readonly<{
  analysis: Analysis
  lexicon: QuantityLexicon
  tokens: Tokens
  draft: Draft
  span: Span
  sentence: Span
  attribution: Attribution | null
  asOf: { span: Span; value: string | null } | null
  surroundings: Surroundings
  partOf: FigureId | null
  earlier: readonly Figure[]
}>

const PEOPLE: ReadonlySet<Measure> = new Set([
  "killed",
  "wounded",
  "casualties",
  "captured",
  "arrested",
  "missing",
  "displaced",
  "rescued",
  "affected",
  "present",
  "charged",
])
/** Measures counted one by one, of which "more than 70" begins at 71. */
const MEASURED: ReadonlySet<Measure> = new Set(["money", "share", "distance", "area", "mass", "magnitude", "rate"])

/** Sides come from the table of parties only, never from the text alone. */
function sideOf({ tokens, draft, surroundings, asOf }: Given): string | null {
  const { parties, published = null } = surroundings
  return parties ? findSide({ tokens, draft, parties, on: asOf?.value ?? published }) : null
}

/** A draft with all that stands around it. */
export function toFigure(given: Given): Figure {
  const { analysis, draft, span, attribution, asOf, surroundings, sentence, partOf } = given
  const person = personOf(given)
  const same = draft.kind === "same" ? repeated(given) : null
  const measure = same && !draft.found ? same.measure : draft.measure
  const of = ofWords(given) ?? same?.of ?? lastPeople(given)
  const [low, high] = same ? [same.low, same.high] : interval(draft, measure)
  return {
    id: figureId(analysis.text.id, span),
    ...span,
    measure,
    low,
    high,
    about: draft.about || (same?.about ?? false),
    unit: unitOf(draft, measure, person !== null) ?? same?.unit ?? null,
    of,
    side: sideOf(given),
    status: person?.status ?? "unknown",
    period: findPeriod({ text: analysis.text.value, sentence, draft, measure }),
    partOf,
    sameAs: same?.id ?? null,
    said: attribution?.cue ? saidTime(surroundings, attribution, analysis) : null,
    meant: asOf?.value ?? null,
    asOf: asOf?.span ?? null,
    place: nearestPlace(surroundings, sentence, span),
    attribution: attribution?.id ?? null,
    confidence: WELL_BOUNDED * draft.probability,
  }
}

/** "More than 70 killed" is 71 or more; "more than 5 km" has no next number. */
function interval({ low, high, quantity }: Draft, measure: Measure): [number | null, number | null] {
  if (!quantity || MEASURED.has(measure)) return [low, high]
  const above = quantity.effects.has("above") && low !== null && Number.isInteger(low) ? 1 : 0
  const below = quantity.effects.has("below") && high !== null && Number.isInteger(high) ? 1 : 0
  return [low === null ? null : low + above, high === null ? null : high - below]
}

function ofWords(given: Given): string | null {
  const { draft, tokens, analysis } = given
  const { quantity, counted } = draft
  if (quantity?.unit && quantity.unit.kind !== "time") {
    const { list } = tokens
    const signed = quantity.unit.kind === "sign" || quantity.after === quantity.to
    if (signed) return quantity.unit.unit
    const end = quantity.unit.kind === "share" && counted.to > quantity.after ? counted.to : quantity.after
    const from = list[quantity.to]?.word === "-" ? quantity.to + 1 : quantity.to
    return analysis.text.value.slice(list[from]!.start, list[end - 1]!.end)
  }
  if (counted.from === counted.to) return bareWords(given)
  return analysis.text.value.slice(tokens.list[counted.from]!.start, tokens.list[counted.to - 1]!.end)
}

/** "no one" counts itself; "12 dead and 30 injured" count the dead and the injured. Null for other bare numbers. */
function bareWords({
  draft: { kind, from, to, found },
  tokens: { list, words },
  lexicon,
  analysis,
}: Given): string | null {
  const { value } = analysis.text
  if (kind === "zero") return value.slice(list[from]!.start, list[to - 1]!.end)
  if (found?.by !== "right" || found.at !== to) return null
  const isState = lexicon.measures
    .at(words, to)
    .some((word) => word.value.counts === "state" || word.value.counts === "object")
  return isState ? value.slice(list[to]!.start, list[to]!.end) : null
}

/** "Two have been found": people counted shortly before. */
function lastPeople({ draft, earlier, span }: Given): string | null {
  if (draft.quantity?.kind === "share") return null
  const isMoney = draft.measure === "money"
  const last = earlier.findLast(({ of, unit, measure }) =>
    isMoney ? measure === "money" : of !== null && (unit === "people" || unit === null),
  )
  return last && span.start - last.end < 400 ? last.of : null
}

function unitOf({ quantity, kind }: Draft, measure: Measure, isPerson: boolean): string | null {
  if (quantity?.kind === "share") return "percent"
  if (quantity?.unit && quantity.unit.kind !== "time") return quantity.unit.unit
  return isPerson || (PEOPLE.has(measure) && kind === "victim") ? "people" : null
}

type Person = Readonly<{ status: Status }>

function personOf({ draft: { counted }, tokens: { words }, lexicon }: Given): Person | null {
  let found: Person | null = null
  for (let at = counted.from; at < counted.to; at++) {
    const person = lexicon.people.at(words, at)[0]?.value
    if (person && (found === null || found.status === "unknown")) found = person
  }
  return found
}

/** The last figure before it of the same kind of people or things. */
function repeated({ earlier, draft }: Given): Figure | null {
  return (
    earlier.findLast(({ measure }) => draft.found === null || draft.found.measure === measure) ?? earlier.at(-1) ?? null
  )
}

/** A time in the sentence of the cue, outside the content, close to the cue. */
function saidTime({ times }: Surroundings, { cue, content }: Attribution, { sentences }: Analysis): string | null {
  const sentence = sentences.find((one) => contains(one, cue!))
  const near = times.find(
    (time) =>
      sentence &&
      contains(sentence, time) &&
      time.type !== "DURATION" &&
      !content.some((piece) => contains(piece, time)) &&
      Math.abs(time.start - cue!.end) < 40,
  )
  return near?.value ?? null
}

function nearestPlace({ places }: Surroundings, sentence: Span, figure: Span): string | null {
  const near = places.filter((place) => contains(sentence, place))
  const after = near.find((place) => place.start >= figure.end)
  return (after ?? near.at(-1))?.name ?? null
}

/** Share of the hand-labelled figures found whose bounds were right; 490 figures of 66 reports. */
const WELL_BOUNDED = 0.98
