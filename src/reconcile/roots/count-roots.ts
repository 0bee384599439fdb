import type { ClaimWeights } from "../../lexicon/claim-words.ts"
import { openGroups } from "./groups.ts"

/** What one document says of where a claim is from. */
export type Voice = Readonly<{
  document: number
  /** The root by whose name it is said; null: the publisher's own voice, or somebody whom no face is put to. */
  root: number | null
  /** Share of the claim's words that the statement holds. */
  share: number
  /** The text that the statement is of: documents that are copies, and statements that are one sentence, have one. */
  origin: number
  /** The outlet; null: not known. */
  publisher: string | null
}>

/**
 * Distinct origins of a claim, as an interval, with the reasons in words. `min` is 1 or more. `own`: the documents that
 * count without a named source, those together that count as one (of one outlet, or of one text).
 */
export type RootCount = Readonly<{
  min: number
  max: number
  sure: readonly number[]
  own: readonly (readonly number[])[]
  because: readonly string[]
}>

/**
 * Count the roots behind a claim. Whoever is named counts once, however many print it. What is said in a publisher's own
 * voice, or by somebody without a name, may rest on the same: a few of these make one more possible, and so many that they
 * can hardly all rest on those who are named (reporters at the place are roots) make it likely. Copies add nothing, and an
 * outlet counts once.
 */
export function countRoots(voices: readonly Voice[], weights: ClaimWeights): RootCount {
  const named = [...new Set(voices.flatMap(({ root }) => root ?? []))]
  const strong = named.filter((root) =>
    voices.some((voice) => voice.root === root && voice.share >= weights.sureShare - 1e-9),
  )
  const sure = strong.length > 0 ? strong : named.slice(0, 1)
  const rooted = new Set(voices.flatMap(({ root, document }) => (root === null ? [] : [document])))
  const rootedTexts = new Set(voices.flatMap(({ root, origin }) => (root === null ? [] : [origin])))
  const loose = voices.filter(
    ({ root, document, origin, share }) =>
      root === null && !rooted.has(document) && !rootedTexts.has(origin) && share >= weights.ownShare - 1e-9,
  )
  const own = ownVoices(loose)
  return { sure, own, ...interval(sure, own.length, weights) }
}

/** The documents of some voices, those of one text or one outlet together. */
function ownVoices(voices: readonly Voice[]): number[][] {
  const groups = openGroups(voices.length)
  for (const [right, two] of voices.entries()) {
    for (const [left, one] of voices.slice(0, right).entries()) {
      const isOneOutlet = one.publisher !== null && one.publisher === two.publisher
      if (one.origin === two.origin || isOneOutlet) groups.join(left, right)
    }
  }
  const heads = voices.flatMap((_, index) => (groups.of(index) === index ? [index] : []))
  return heads.map((head) => [
    ...new Set(voices.flatMap(({ document }, index) => (groups.of(index) === head ? [document] : []))),
  ])
}

function interval(sure: readonly number[], others: number, { ownForMax, ownForMin }: ClaimWeights) {
  // Where nobody is named, one of those without a name is the root that there must be.
  const [least, more] = sure.length > 0 ? [sure.length, others] : [1, others - 1]
  const min = least + (more >= ownForMin ? 1 : 0)
  const max = Math.max(min, least + (more >= ownForMax ? 1 : 0))
  const because = [
    sure.length > 0 ? `${sure.length} named` : "nobody is named",
    ...(others > 0 ? [`${others} without a named source, each in words of its own`] : []),
  ]
  return { min, max, because }
}
