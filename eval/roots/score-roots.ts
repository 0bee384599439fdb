import type { GoldClaim } from "./read-gold-roots.ts"

/** A claim as the program prints it: the texts of its appearances by document, and how many roots it is said to have. */
export type PredictedClaim = Readonly<{
  texts: ReadonlyMap<string, readonly string[]>
  min: number
  max: number
}>

/** Counts over gold claims; `copied` are those met that at least two more documents carry than they have roots. */
export type RootCounts = Readonly<{
  gold: number
  met: number
  within: number
  exact: number
  copied: number
  fooled: number
}>

/**
 * Score the claims of one event. A gold claim is met by the predicted one whose appearances cover its words in most of
 * its documents, half of them at least. `within`: the predicted interval lies in the gold's; `fooled`: it goes beyond.
 */
export function countRootsOf(gold: readonly GoldClaim[], predicted: readonly PredictedClaim[]): RootCounts {
  return addRoots(gold.map((claim) => countOne(claim, predicted)))
}

function countOne(claim: GoldClaim, predicted: readonly PredictedClaim[]): RootCounts {
  const documents = Object.entries(claim.documents)
  let [best, covered]: [PredictedClaim | null, number] = [null, 0]
  for (const one of predicted) {
    const hit = documents.filter(([name, { words }]) => isCovered(normal(words), one.texts.get(name) ?? [])).length
    if (hit > covered) [best, covered] = [one, hit]
  }
  if (!best || covered * 2 < documents.length) return { gold: 1, met: 0, within: 0, exact: 0, copied: 0, fooled: 0 }
  const { min, max } = best
  const copied = documents.length - claim.max >= 2
  return {
    gold: 1,
    met: 1,
    within: Number(claim.min <= min && min <= max && max <= claim.max),
    exact: Number(min === claim.min && max === claim.max),
    copied: Number(copied),
    fooled: Number(copied && max > claim.max),
  }
}

const normal = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []).join(" ")

const isCovered = (words: string, texts: readonly string[]): boolean =>
  texts.map(normal).some((text) => text.includes(words) || words.includes(text) || sharesHalf(words, text))

/** Half of the shorter one's words are shared. */
function sharesHalf(left: string, right: string): boolean {
  const [a, b] = [new Set(left.split(" ")), new Set(right.split(" "))]
  const shared = [...a].filter((word) => b.has(word)).length
  return shared * 2 >= Math.max(2, Math.min(a.size, b.size))
}

export function addRoots(counts: readonly RootCounts[]): RootCounts {
  const sum = (of: keyof RootCounts): number => counts.reduce((total, count) => total + count[of], 0)
  return {
    gold: sum("gold"),
    met: sum("met"),
    within: sum("within"),
    exact: sum("exact"),
    copied: sum("copied"),
    fooled: sum("fooled"),
  }
}
