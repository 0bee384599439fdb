/** How many are right, were predicted, and are in the gold. */
export type Count = Readonly<{ right: number; predicted: number; gold: number }>

export const NONE: Count = { right: 0, predicted: 0, gold: 0 }

export const add = (a: Count, b: Count): Count => ({
  right: a.right + b.right,
  predicted: a.predicted + b.predicted,
  gold: a.gold + b.gold,
})

/** How many members two sets share. */
export function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0
  for (const member of a) if (b.has(member)) count++
  return count
}

export const compare = <T>(predicted: ReadonlySet<T>, gold: ReadonlySet<T>): Count => ({
  right: shared(predicted, gold),
  predicted: predicted.size,
  gold: gold.size,
})

export type Rate = Readonly<{ precision: number; recall: number; f1: number }>

/** Precision, recall and F1, each 0 to 1; 0 where nothing was predicted or nothing is there. */
export function rate({ right, predicted, gold }: Count): Rate {
  const precision = predicted ? right / predicted : 0
  const recall = gold ? right / gold : 0
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 }
}
