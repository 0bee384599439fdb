import { wordsOf } from "../python-text.ts"

/** Right, too much, missing. */
export type Parts = Readonly<{ right: number; extra: number; missed: number }>

const LENGTH = 4

/** Words in fours, letter case kept, each as often as it comes, compared; the three together are 1, or 0 where no word is. */
export function compareShingles(gold: string, predicted: string): Parts {
  const counts = compareBags(shingles(gold), shingles(predicted))
  const total = counts.right + counts.extra + counts.missed
  if (total === 0) return counts
  return { right: counts.right / total, extra: counts.extra / total, missed: counts.missed / total }
}

/** F1 of the words in small letters as bags; 1 when both texts have none. */
export function wordF1(gold: string, predicted: string): number {
  const { right, extra, missed } = compareBags(wordsOf(gold.toLowerCase()), wordsOf(predicted.toLowerCase()))
  if (right + extra + missed === 0) return 1
  return right === 0 ? 0 : f1(right / (right + extra), right / (right + missed))
}

export const f1 = (precision: number, recall: number): number =>
  precision + recall ? (2 * precision * recall) / (precision + recall) : 0

/** A text with fewer words is one shingle; none has none. */
function shingles(text: string): string[] {
  const words = wordsOf(text)
  const count = words.length === 0 ? 0 : Math.max(1, words.length - LENGTH + 1)
  return Array.from({ length: count }, (_, at) => words.slice(at, at + LENGTH).join(" "))
}

function compareBags(gold: readonly string[], predicted: readonly string[]): Parts {
  const left = new Map<string, number>()
  for (const item of gold) left.set(item, (left.get(item) ?? 0) + 1)
  let right = 0
  for (const item of predicted) {
    const count = left.get(item) ?? 0
    if (count === 0) continue
    left.set(item, count - 1)
    right++
  }
  return { right, extra: predicted.length - right, missed: gold.length - right }
}
