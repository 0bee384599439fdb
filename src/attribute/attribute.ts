import type { ActWeights } from "../lexicon/act-weights.ts"
import type { CarryLexicon } from "../lexicon/carry.ts"
import type { CueLexicon, ListedCue } from "../lexicon/cues.ts"
import type { Analysis } from "../model/analysis.ts"
import type { Attribution } from "../model/attribution.ts"
import { attributionId } from "../model/attribution.ts"
import type { Encoding, Thresholds } from "../model/encoding.ts"
import type { Span } from "../model/span.ts"
import { spanText } from "../model/span.ts"
import { actOf } from "./act-of.ts"
import { behindDateline } from "./behind-dateline.ts"
import type { WordRun } from "./best-path.ts"
import { carry } from "./carry/carry.ts"
import { confidenceOf, features } from "./confidence.ts"
import { findCues } from "./find-cues.ts"
import type { LinkedCue } from "./link-cue.ts"
import { linkCue } from "./link-cue.ts"
import { actsNotDone, listedCue } from "./listed-cue.ts"
import { nest } from "./nest.ts"
import { quotationKind } from "./quotation-kind.ts"
import { reasonsFor } from "./reasons.ts"
import { wholeQuotations } from "./whole-quotations.ts"
import { withinOthers } from "./within-others.ts"
import { withinParagraphs } from "./within-paragraphs.ts"
import { withoutDoubles } from "./without-doubles.ts"

/** What attribution needs beside the text: thresholds of the model, the list of cues, weights of acts, words of the rules. */
export type AttributionTools = Readonly<{
  thresholds: Thresholds
  cues: CueLexicon
  acts: ActWeights
  carry: CarryLexicon
}>

/**
 * Find who is reported to have said what in one text, in the order of their cues (a floating
 * quotation stands by its content); empty when nobody is.
 * Does not throw. Method: tagged cues, each linked to its source and content by a biaffine score
 * (https://arxiv.org/abs/1611.01734) and the likeliest path. Cues in what another is reported to have said
 * have tags and thresholds of their own, and their content ends where that of the other ends.
 */
export function attribute(analysis: Analysis, encoding: Encoding, tools: AttributionTools): Attribution[] {
  const outer = attributionsOf({
    analysis,
    encoding,
    tools,
    cues: encoding.cues,
    limits: tools.thresholds,
    listedOnly: false,
  })
  const carried = carry(analysis, withoutDoubles(outer), tools)
  const { inner: limits } = tools.thresholds
  if (!encoding.inner || !limits) return nest(carried)
  const inner = attributionsOf({ analysis, encoding, tools, cues: encoding.inner, limits, listedOnly: true })
  return nest([...carried, ...withinOthers(analysis.text.id, inner, carried)].sort((a, b) => placeOf(a) - placeOf(b)))
}

const placeOf = ({ cue, content }: Attribution): number => cue?.start ?? content[0]!.start

type Reading = Readonly<{
  analysis: Analysis
  encoding: Encoding
  tools: AttributionTools
  /** The probabilities that cues are found by. */
  cues: Float32Array
  limits: Pick<Thresholds, "keep" | "keepUnsourced" | "shown" | "calibration">
  /**
   * Within another's content only listed cues are taken: of those, two in three were right on reports of conflicts, of
   * the others not one in three.
   */
  listedOnly: boolean
}>

function attributionsOf(reading: Reading): Attribution[] {
  const { analysis, encoding, tools, cues, listedOnly } = reading
  return findCues(cues, tools.thresholds.cue).flatMap((run) => {
    const cue = toSpan(encoding.words, run, 0)
    const listed = tools.cues.actOf(spanText(analysis.text.value, cue))
    if (listedOnly && !listed) return []
    const linked = linkCue(encoding, run)
    return linked ? (toAttribution({ linked, cue, listed }, reading) ?? []) : []
  })
}

type Found = Readonly<{ linked: LinkedCue; cue: Span; listed: ListedCue | null }>

function toAttribution(
  { linked, cue, listed }: Found,
  { analysis, encoding, tools, cues, limits }: Reading,
): Attribution | null {
  const confidence = confidenceOf(features(cues, linked), limits.calibration)
  if (confidence < (linked.path.source ? limits.keep : (limits.keepUnsourced ?? limits.keep))) return null
  const { text } = analysis
  const place = (run: WordRun) => toSpan(encoding.words, run, linked.first)
  const behind = (span: Span): Span => behindDateline(span, analysis)
  const source = linked.path.source ? sourceSpan(text.value, behind(place(linked.path.source)), cue) : null
  const said = withinParagraphs(linked.path.content.map(place), cue, analysis).map(behind)
  const content = wholeQuotations({ source, cue, content: said }, analysis)
  const quotation = quotationKind(analysis, content)
  const parts = { text: text.value, source, cue, content }
  return {
    id: attributionId(text.id, { cue, content }),
    source,
    cue,
    content,
    quotation,
    act: actOf({ ...parts, listed: listedCue(parts, tools.cues), notDone: actsNotDone(parts, tools.cues) }, tools.acts),
    within: null,
    speaker: null,
    onBehalfOf: null,
    confidence: Math.round(confidence * 1000) / 1000,
    shown: confidence >= limits.shown,
    because: reasonsFor({ linked, cues, quotation, listed: listed?.cue ?? null }),
  }
}

function toSpan(words: readonly Span[], run: WordRun, offset: number): Span {
  return { start: words[run.first + offset]!.start, end: words[run.last + offset]!.end }
}

/**
 * A source stands in one paragraph: of one that crosses a break, the part nearer to the cue. A comma, colon or
 * dash after its last word ("the minister, Oru Vane,") is no part of who speaks.
 */
function sourceSpan(text: string, { start, end }: Span, cue: Span): Span {
  const printed = text.slice(start, end)
  const [first, last] = [printed.indexOf("\n"), printed.lastIndexOf("\n")]
  const from = first >= 0 && cue.start >= end ? start + last + 1 : start
  const to = first >= 0 && cue.start < end ? start + first : end
  const kept = text.slice(from, to).replace(/(?<=[^\s,;:–—-])[\s,;:–—-]{1,8}$/, "")
  const indent = kept.length - kept.trimStart().length
  return { start: from + indent, end: from + kept.length }
}
