import type { Measure } from "../model/figure.ts"
import type { Counted } from "./counted.ts"
import type { MeasureFound } from "./find-measure.ts"
import type { Quantity } from "./read-quantity.ts"

/** A figure while its sentence is read: tokens [from, to). */
export type Draft = Readonly<{
  from: number
  to: number
  low: number | null
  high: number | null
  about: boolean
  quantity: Quantity | null
  counted: Counted
  /** What the words around it say; null when nothing does. */
  found: MeasureFound | null
  measure: Measure
  kind: "number" | "victim" | "zero" | "same"
  /** Index of the draft of the same sentence that it is a part of; -1 for none. */
  whole: number
  /** Whether it goes on with an enumeration that the draft before it stands in. */
  joined: boolean
  /** Whether rules alone would leave it out: it counts nothing and nothing is said of it, or it is rather an article. */
  idle: boolean
  /** How probable it is to be a figure of that measure, 0 to 1; 0 until it is judged. */
  probability: number
}>
