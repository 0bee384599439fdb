import type { PublishedDate } from "./date.ts"
import type { ModelVersion } from "./encoding.ts"
import type { Findings } from "./findings.ts"
import { idOf } from "./hash.ts"
import type { Span } from "./span.ts"
import type { TextId } from "./text.ts"

export type AttributionId = string
export type RunId = string

export const QUOTATION_KINDS = ["direct", "indirect", "mixed"] as const
export type QuotationKind = (typeof QUOTATION_KINDS)[number]

/** Kinds of speech act; what each means stands in docs/acts.md. */
export const ACTS = [
  "assert", "confirm", "agree", "deny", "doubt", "admit", "accuse", "criticise", "praise", "support",
  "oppose", "promise", "intend", "threaten", "warn", "demand", "urge", "ask", "estimate", "predict",
  "believe", "decline", "show",
] as const // biome-ignore format: one list
export type Act = (typeof ACTS)[number]

/** One "who said what", as printed. Terms of PARC 3.0 and PolNeAR. */
export type Attribution = Readonly<{
  id: AttributionId
  /** Null: nobody is named ("it was reported that"); 7 in 100 in PolNeAR. */
  source: Span | null
  /** "said", "according to"; null: a floating quotation. */
  cue: Span | null
  /** 1 or more, in reading order; split when the cue interrupts a quotation. */
  content: readonly Span[]
  quotation: QuotationKind
  act: Act
  /** The attribution whose content this one stands in. */
  within: AttributionId | null
  /** Entity of the source; null until it is resolved. */
  speaker: string | null
  onBehalfOf: string | null
  /** Calibrated probability that source and content are right, 0 to 1. */
  confidence: number
  /** Whether it belongs to the part that is right nine times in ten, which views show first. */
  shown: boolean
  /** What found it, strongest first, in words. */
  because: readonly string[]
}>

/**
 * What one version of model and data made of one text, whose times hang on the day of writing: the same text
 * printed on two days has two runs.
 */
export type Run = Readonly<{
  id: RunId
  text: TextId
  model: ModelVersion
  /** Version of the word lists and thresholds: a whole number that rises with every change of them. */
  data: number
  /** The date of publication that times were resolved against; null when there was none. */
  anchor: PublishedDate | null
  attributions: readonly Attribution[]
  findings: Findings
}>

/** The id hangs on text, cue and content, so that two models that find the same thing give the same id. */
export const attributionId = (text: TextId, parts: Pick<Attribution, "cue" | "content">): AttributionId =>
  idOf("a", text, parts.cue?.start ?? -1, parts.cue?.end ?? -1, ...parts.content.flatMap((s) => [s.start, s.end]))

/** What a run's id is made of. `parties`: as in its findings. */
export type RunOrigin = Pick<Run, "text" | "model" | "data" | "anchor"> & Readonly<{ parties?: string | undefined }>

/** Runs that differ in the table of parties alone differ in the end of their ids alone. */
export function runId({ text, model, data, anchor, parties }: RunOrigin): RunId {
  const id = idOf("n", text, model.name, model.version, model.sha256, data, ...(anchor ? [anchor.value] : []))
  return parties === undefined ? id : `${id}-${parties.slice(0, TABLE)}`
}

/** So many digits of a table's SHA-256 stand in an id. */
const TABLE = 12

/** The id that a run has with no table of parties. */
export const runWithoutParties = (id: RunId): RunId => id.split("-", 2).join("-")
