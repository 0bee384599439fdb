import { add, type Count, NONE, rate } from "./count.ts"
import { mersenneTwister } from "./mersenne-twister.ts"

export type Interval = Readonly<{ low: number; high: number }>

/**
 * A 95 % interval of F1: the articles drawn again with replacement a thousand times. The draws are those
 * of Python's `random.Random(1).choices`, so that two scorers give the same digits. Takes one count an article,
 * at least one.
 */
export function interval(articles: readonly Count[]): Interval {
  const random = mersenneTwister(1)
  const draw = (): Count => articles[Math.floor(random() * articles.length)]!
  const drawn = Array.from({ length: 1000 }, () => rate(articles.reduce((sum) => add(sum, draw()), NONE)).f1)
  drawn.sort((a, b) => a - b)
  return { low: drawn[25]!, high: drawn[974]! }
}
