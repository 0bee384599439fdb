import type { NamedSpan } from "./entity.ts"
import type { Span } from "./span.ts"
import type { Text } from "./text.ts"

/** Words between a pair of quotation marks, marks included. */
export type Quotation = Span & Readonly<{ closed: boolean }>

/** What attribution needs to know of a text beside its encoding. */
export type Analysis = Readonly<{
  text: Text
  /** Lines that are not blank, in order. */
  paragraphs: readonly Span[]
  /** Double quotations, in order, never overlapping. One that is not closed ends with its paragraph. */
  quotations: readonly Quotation[]
  /** Names of persons, organisations and places, in order, never overlapping; empty when the model has no head for them. */
  names: readonly NamedSpan[]
  /** Sentences, in order; each lies in one paragraph, without the white space around it. */
  sentences: readonly Span[]
}>
