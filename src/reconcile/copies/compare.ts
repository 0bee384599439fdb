import { align, type SharedPassage } from "./align.ts"
import { type Derived, judgeDerived } from "./derived.ts"
import type { Fingerprint } from "./fingerprint.ts"
import { countShared } from "./word-runs.ts"

/** A figure for each side: the share of the left text that the right one has, and the other way round; 0 to 1. */
export type Sides = Readonly<{ left: number; right: number }>

/** What two texts have in common. */
export type Reuse = Readonly<{
  /** Share of the different runs of five words; 0 for a text that has none. Method: Broder 1997, counted exactly. */
  containment: Sides
  /** The same, quotations left out on both sides: two reporters at one press conference share no words of their own. */
  ownWords: Sides
  /** Shares of the different words plus of the different runs of three words: what is left of a text that was reworded; 0 to 2. */
  rewording: Sides
  /** Share of the different pairs of names and numbers that follow each other. */
  anchors: Sides
  /** Words in common whose quotation marks were lost on this side, or never close here. */
  damagedQuotes: Sides
  /** Words of the longest passage in common. */
  longest: number
  /** In the left text's order. */
  passages: readonly SharedPassage[]
  derived: Derived
}>

/** Set two texts side by side. Swapping them swaps the sides. Linear; does not throw. */
export function compare(left: Fingerprint, right: Fingerprint): Reuse {
  const containment = shares(left.runSet, right.runSet)
  const ownWords = shares(left.ownRuns, right.ownRuns)
  const words = shares(left.vocabulary, right.vocabulary)
  const short = shares(left.shortRuns, right.shortRuns)
  const rewording = { left: words.left + short.left, right: words.right + short.right }
  const vocabulary = Math.min(left.vocabulary.length, right.vocabulary.length)
  const anchors = shares(left.anchors, right.anchors)
  const passages = containment.left > 0 ? align(left, right) : []
  const longest = passages.reduce((most, { words }) => Math.max(most, words), 0)
  const damagedQuotes = {
    left: passages.reduce((sum, { damaged }) => sum + damaged.left, 0),
    right: passages.reduce((sum, { damaged }) => sum + damaged.right, 0),
  }
  const found = { containment, ownWords, rewording, anchors, damagedQuotes, longest }
  return { ...found, passages, derived: judgeDerived({ ...found, vocabulary }) }
}

function shares(left: Uint32Array, right: Uint32Array): Sides {
  const shared = countShared(left, right)
  return { left: shared / Math.max(1, left.length), right: shared / Math.max(1, right.length) }
}
