import type { Span } from "./span.ts"

/** Which weights spoke: name, version and the first 12 digits of their SHA-256. */
export type ModelVersion = Readonly<{ name: string; version: number; sha256: string }>

/**
 * Scores of one cue candidate with every word of its window: `scores[7 * w + c]`, raw, for word
 * `first + w`. Channels c: 0 nothing, 1 source, 2 content (one softmax); 3 source starts, 4 source
 * ends, 5 content starts, 6 content ends (a sigmoid each).
 */
export type Links = Readonly<{
  first: number
  scores: Float32Array
}>

export const LINK_CHANNELS = 7

/** Columns of `Encoding.names`. */
export const NAME_LABELS = ["none", "begins person", "in person", "begins organisation", "in organisation", "begins place", "in place"] as const // biome-ignore format: one list

/** What the model made of a text. */
export type Encoding = Readonly<{
  model: ModelVersion
  /** Runs of letters, digits and underscores, or one other character that is not white space; in order. */
  words: readonly Span[]
  /** `cues[2 * w]`: probability that word w begins a cue; `cues[2 * w + 1]`: that it goes on with one. */
  cues: Float32Array
  /** The same for cues that stand in what another is reported to have said; null when the model has no head for them. */
  inner: Float32Array | null
  /** For each word that may belong to a cue (probability at least the model's floor), its links. */
  links: ReadonlyMap<number, Links>
  /** `names[NAME_LABELS.length * w + l]`: probability that word w has label l; null when the model has no head for names. */
  names: Float32Array | null
}>

/**
 * How a model's scores become attributions, all 0 to 1 but for `calibration`. Fitted on articles that the
 * model was not trained on; part of its manifest.
 */
export type Thresholds = Readonly<{
  /** Probability from which words are candidates for a cue. */
  cue: number
  /** Confidence from which an attribution is kept: where F1 is best. */
  keep: number
  /** The same for attributions without a source, of which a lower one finds more at no cost to F1; `keep` without it. */
  keepUnsourced?: number
  /** Confidence from which nine in ten are right. */
  shown: number
  /** Weights of a logistic regression over what speaks for an attribution, the last one the constant. */
  calibration: readonly number[]
  /** The same for attributions within the content of another; none are read without it. */
  inner?: Readonly<{ keep: number; shown: number; calibration: readonly number[] }>
}>
