import type { CarryLexicon } from "../../lexicon/carry.ts"
import type { CueLexicon } from "../../lexicon/cues.ts"
import type { Analysis } from "../../model/analysis.ts"
import type { Act, Attribution } from "../../model/attribution.ts"
import { attributionId } from "../../model/attribution.ts"
import type { Thresholds } from "../../model/encoding.ts"
import { spanText } from "../../model/span.ts"
import { quotationKind } from "../quotation-kind.ts"
import { furtherSentence } from "./further-sentence.ts"
import { headline } from "./headline.ts"
import { labelledLine, labelledSource } from "./labelled-line.ts"
import { laterParagraph } from "./later-paragraph.ts"
import { namedQuotation } from "./named-quotation.ts"
import { openQuotation } from "./open-quotation.ts"
import { post } from "./post.ts"
import type { Carried, CarryRule } from "./rule.ts"

/** The rules after the model, in the order in which they run: those that name a speaker before those that carry one over. */
export const CARRY_RULES: readonly CarryRule[] = [
  headline,
  labelledSource,
  labelledLine,
  namedQuotation,
  post,
  furtherSentence,
  openQuotation,
  laterParagraph,
]

export type CarryTools = Readonly<{
  thresholds: Pick<Thresholds, "keep" | "shown">
  cues: CueLexicon
  carry: CarryLexicon
}>

/**
 * Attributions with what form alone tells beside the model: quotations that go on without a cue, lines that begin
 * with a speaker's name, headlines, posts. What falls below the threshold that keeps is left as the model had it.
 * By their cues, or where there is none by their content. Does not throw.
 */
export function carry(analysis: Analysis, attributions: readonly Attribution[], tools: CarryTools): Attribution[] {
  const found = CARRY_RULES.reduce<readonly Attribution[]>(
    (before, rule) => applyRule(rule, { analysis, before, tools }),
    attributions,
  )
  return [...found].sort((a, b) => placeOf(a) - placeOf(b))
}

const placeOf = ({ cue, content }: Attribution): number => cue?.start ?? content[0]!.start

type Given = Readonly<{ analysis: Analysis; before: readonly Attribution[]; tools: CarryTools }>

function applyRule(rule: CarryRule, { analysis, before, tools }: Given): readonly Attribution[] {
  const factor = tools.carry.factors.get(rule.name)
  if (factor === undefined) return before
  const { headlineSources, noSpeakers } = tools.carry
  const replaced = new Map<Attribution, Attribution>()
  const added: Attribution[] = []
  for (const carried of rule.find({ analysis, attributions: before, cues: tools.cues, headlineSources, noSpeakers })) {
    const confidence = (carried.of?.confidence ?? 1) * factor
    if (confidence < tools.thresholds.keep) continue
    const made = toAttribution(carried, { analysis, rule, tools, confidence })
    if (carried.replaces) replaced.set(carried.of!, made)
    else added.push(made)
  }
  return [...before.map((attribution) => replaced.get(attribution) ?? attribution), ...added]
}

type Making = Readonly<{ analysis: Analysis; rule: CarryRule; tools: CarryTools; confidence: number }>

function toAttribution({ of, replaces, parts }: Carried, { analysis, rule, tools, confidence }: Making): Attribution {
  return {
    id: attributionId(analysis.text.id, parts),
    ...parts,
    quotation: quotationKind(analysis, parts.content),
    act: replaces ? of!.act : actOf(parts, analysis.text.value, tools.cues),
    within: null,
    speaker: null,
    onBehalfOf: null,
    confidence: Math.round(confidence * 1000) / 1000,
    shown: confidence >= tools.thresholds.shown,
    because: replaces ? [...of!.because, rule.says] : [rule.says],
  }
}

/** The act of the cue; where that is none or a mark, a question asks and all else asserts. */
function actOf({ cue, content }: Carried["parts"], text: string, cues: CueLexicon): Act {
  const listed = cue && cues.actOf(spanText(text, cue))
  return listed?.act ?? (/\?["”’']?\s*$/.test(spanText(text, content.at(-1)!)) ? "ask" : "assert")
}
