import type { QuotationKind } from "../model/attribution.ts"
import type { LinkedCue } from "./link-cue.ts"

export type Evidence = Readonly<{
  linked: LinkedCue
  /** The probabilities that the cue was found by. */
  cues: Float32Array
  quotation: QuotationKind
  /** The entry of the cue list that the cue matched; null: none. */
  listed: string | null
}>

const percent = (share: number): string => `${Math.round(100 * share)} %`

/** What found an attribution, in words for readers, the strongest first. */
export function reasonsFor({ linked, cues, quotation, listed }: Evidence): string[] {
  const { cue, path, logs } = linked
  const sure = (cues[2 * cue.first] ?? 0) + (cues[2 * cue.first + 1] ?? 0)
  const reasons = [`the model takes the cue for one (${percent(sure)})`]
  if (quotation === "direct") reasons.push("the content stands in quotation marks")
  if (quotation === "mixed") reasons.push("part of the content stands in quotation marks")
  if (listed) reasons.push(`“${listed}” is a listed cue`)
  reasons.push(
    path.source
      ? `the model links the cue to the source (${percent(Math.exp(logs.role[3 * path.source.first + 1]!))})`
      : "no source is named",
  )
  return reasons
}
