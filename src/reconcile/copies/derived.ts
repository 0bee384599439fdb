import type { Sides } from "./compare.ts"

/** How much of one text comes from the other (or of both from a third): nearly all, some, nothing that can be seen. */
export const DERIVED = ["wholly", "partly", "none"] as const
export type Derived = (typeof DERIVED)[number]

/** `vocabulary`: different words of the text that has fewer. */
type Figures = Readonly<{ containment: Sides; rewording: Sides; vocabulary: number }>

/** Less than this share of a text in common is phrases that everybody uses. */
const LEAST_SHARE = 0.05
/** So much of a text in common, and it is the other one with a few words changed. */
const WHOLE = 0.6
/**
 * From here on a text that shares few runs is a rewording. Chosen with sight of ECB+: no pair of its texts that shares
 * less than LEAST_SHARE is reported, and every rewording by a script (eval/copies) is.
 */
const REWORDED = 1.15
/** The few words of a shorter text stand in any longer one. */
const LEAST_VOCABULARY = 40

const larger = ({ left, right }: Sides): number => Math.max(left, right)

/** Whether two texts share so many passages that it is worth telling. */
export const sharesText = ({ containment }: Pick<Figures, "containment">): boolean => larger(containment) >= LEAST_SHARE

/** Whether one text is the other in other words. */
export const isReworded = ({ rewording, vocabulary }: Figures): boolean =>
  vocabulary >= LEAST_VOCABULARY && larger(rewording) >= REWORDED

export function judgeDerived(figures: Figures): Derived {
  if (larger(figures.containment) >= WHOLE) return "wholly"
  return sharesText(figures) || isReworded(figures) ? "partly" : "none"
}
