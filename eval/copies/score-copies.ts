import { copiesAmong } from "counterclaim"
import { countTruth, type Truth } from "./count-truth.ts"

const larger = ({ left, right }: Truth): number => Math.max(left, right)

/** Recall by true containment, precision (true containment of 0.05 or more) and mean error over reported pairs. */
export function scoreCopies(texts: readonly string[]): Record<string, number> {
  const truth = countTruth(texts)
  const of = (pair: string): Truth => truth.get(pair) ?? { left: 0, right: 0 }
  const documents = texts.map((text, i) => ({ id: `d-${i}`, text, url: null, publisher: null, published: null }))
  const found = [...copiesAmong(documents)].map(({ left, right, reuse }) => ({ pair: `${left} ${right}`, reuse }))
  const reported = new Set(found.map(({ pair }) => pair))
  /** Nothing where no pair shares so much. */
  const recall = (least: number): Record<string, number> => {
    const pairs = [...truth].filter(([, sides]) => larger(sides) >= least)
    const hits = pairs.filter(([pair]) => reported.has(pair)).length
    return pairs.length === 0 ? {} : { [`recall ${least}`]: hits / pairs.length }
  }
  const errors = found.flatMap(({ pair, reuse: { containment } }) => [
    Math.abs(containment.left - of(pair).left),
    Math.abs(containment.right - of(pair).right),
  ])
  return {
    pairs: found.length,
    ...recall(0.1),
    ...recall(0.3),
    ...recall(0.5),
    precision: found.filter(({ pair }) => larger(of(pair)) >= 0.05).length / Math.max(1, found.length),
    error: errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length),
  }
}
