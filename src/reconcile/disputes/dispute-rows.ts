import type { Dispute } from "./find-disputes.ts"

/** Claims that stand against each other, and the story that they are of. */
export type DisputeRow = Dispute & Readonly<{ story: Readonly<{ id: string; title: string | null }> }>

const WORD = /[\p{L}\p{N}]+/gu

/** Whether the words of one side, its claimant's name among them, begin with all that is asked; of no words true. */
export function holdsWords({ left, right }: Dispute, words: string): boolean {
  const wanted = words.toLowerCase().match(WORD) ?? []
  return [left, right].some(({ words: said, claimant }) => {
    const own = `${said} ${claimant}`.toLowerCase().match(WORD) ?? []
    return wanted.every((word) => own.some((one) => one.startsWith(word)))
  })
}

/** Those that people judged, then those of which both sides are shown, then those most alike. */
export const sortDisputes = (rows: readonly DisputeRow[]): DisputeRow[] =>
  [...rows].sort(
    (a, b) =>
      Number(b.judged) - Number(a.judged) ||
      shownOf(b) - shownOf(a) ||
      b.likeness - a.likeness ||
      (keyOf(a) < keyOf(b) ? -1 : 1),
  )

const shownOf = ({ left, right }: Dispute): number => Number(left.shown) + Number(right.shown)
const keyOf = ({ left, right }: Dispute): string =>
  [left, right].map(({ document, words }) => document.id + words).join("\n")
