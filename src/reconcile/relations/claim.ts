import type { Act } from "../../model/attribution.ts"
import type { Figure } from "../../model/figure.ts"
import type { Verdict } from "../../model/relation.ts"
import type { Span } from "../../model/span.ts"

/** The part of a figure that claims are compared by. */
export type Quantity = Span & Pick<Figure, "measure" | "low" | "high" | "about" | "unit" | "of">

/** A claim as printed, with what was read of it. */
export type Claim = Readonly<{
  text: string
  /** The words of the claim in `text`. */
  focus: Span
  publisher: string | null
  /** Day of publication, as "2023-05-24"; null when not known. */
  published: string | null
  /** The words for whoever makes the claim; null: the publisher's own voice. */
  claimant: string | null
  /** The kind of speech act; null in the publisher's own voice. */
  act: Act | null
  /** All figures of the text, in reading order. */
  figures: readonly Quantity[]
}>

/** `score`: how probable the verdict is, 0 to 1; `why`: the reason, in words. */
export type Relation = Readonly<{ verdict: Verdict; score: number; why: string }>
