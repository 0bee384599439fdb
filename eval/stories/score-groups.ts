import { type B3, b3 } from "../b3.ts"
import { share } from "../share.ts"

type Label = string | number

/** B3 of the story of each article against its event. */
export const scoreB3 = (stories: readonly Label[], events: readonly Label[]): B3 =>
  b3(numbersOf(stories), numbersOf(events))

function numbersOf(labels: readonly Label[]): Int32Array {
  const numbers = new Map([...new Set(labels)].map((label, number) => [label, number]))
  return Int32Array.from(labels, (label) => numbers.get(label)!)
}

/** Pairs of articles put together, and the Rand index, adjusted for chance; Hubert and Arabie. */
export function scorePairs(stories: readonly Label[], events: readonly Label[]): B3 & Readonly<{ ari: number }> {
  const { both, inStory, inEvent } = countGroups(stories, events)
  const [right, predicted, gold] = [pairsIn(both), pairsIn(inStory), pairsIn(inEvent)]
  const [p, r] = [share(right, predicted), share(right, gold)]
  const chance = (predicted * gold) / ((stories.length * (stories.length - 1)) / 2)
  const spread = (predicted + gold) / 2 - chance
  return { p, r, f1: share(2 * p * r, p + r), ari: spread === 0 ? 1 : (right - chance) / spread }
}

const keyOf = (stories: readonly Label[], events: readonly Label[], at: number): string =>
  `${stories[at]} ${events[at]}`

const countGroups = (stories: readonly Label[], events: readonly Label[]) => ({
  both: countOf(stories.map((_, at) => keyOf(stories, events, at))),
  inStory: countOf(stories),
  inEvent: countOf(events),
})

function countOf<Key>(keys: readonly Key[]): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const pairsIn = (counts: ReadonlyMap<unknown, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
