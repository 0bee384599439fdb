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
}>
