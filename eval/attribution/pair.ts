import { shared } from "./count.ts"
import type { ByRole } from "./role.ts"

/** The words of one attribution's roles. */
export type RoleWords = ByRole<ReadonlySet<number>>

/** A prediction and the gold attribution that it is held to be, by their numbers. */
export type Pair = Readonly<{ predicted: number; gold: number }>

type Candidate = Pair & Readonly<{ score: number }>

/**
 * Pair predictions with gold, one to one, the best first: contents must share at least half of the words
 * that either holds (Jaccard); a shared cue and a shared source decide between equals.
 */
export function pairUp(predictions: readonly RoleWords[], gold: readonly RoleWords[]): Pair[] {
  const candidates = predictions.flatMap((prediction, predicted) =>
    gold.flatMap((wanted, number) => {
      const score = likeness(prediction, wanted)
      return score > 0 ? [{ predicted, gold: number, score }] : []
    }),
  )
  // Ties are broken by number, the highest first: scorers agree only if they break them alike.
  const best = candidates.sort((a, b) => b.score - a.score || b.predicted - a.predicted || b.gold - a.gold)
  return takeOnce(best)
}

/** 0 when the contents are not alike enough to be paired. */
function likeness(prediction: RoleWords, gold: RoleWords): number {
  const both = shared(prediction.content, gold.content)
  const jaccard = both / (prediction.content.size + gold.content.size - both)
  if (!(jaccard >= 0.5)) return 0
  return jaccard + 0.01 * Number(shares(prediction, gold, "cue")) + 0.01 * Number(shares(prediction, gold, "source"))
}

const shares = (a: RoleWords, b: RoleWords, role: keyof RoleWords): boolean => shared(a[role], b[role]) > 0

/** Whether a role shares a word, or is missing in both. */
export const agrees = (a: RoleWords, b: RoleWords, role: keyof RoleWords): boolean =>
  shares(a, b, role) || (a[role].size === 0 && b[role].size === 0)

function takeOnce(candidates: readonly Candidate[]): Pair[] {
  const predictions = new Set<number>()
  const gold = new Set<number>()
  return candidates.filter((candidate) => {
    if (predictions.has(candidate.predicted) || gold.has(candidate.gold)) return false
    predictions.add(candidate.predicted)
    gold.add(candidate.gold)
    return true
  })
}
