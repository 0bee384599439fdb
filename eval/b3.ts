import { share } from "./share.ts"

/** Precision, recall and their F1 by B3. */
export type B3 = Readonly<{ p: number; r: number; f1: number }>

/** Numbers of stories and events are below this: two numbers in one. */
const MANY = 2 ** 26

/**
 * B3 of stories against events, each told by a number for each article: mean over articles of the share of its story that
 * is of its event, and of its event that is in its story. An article of no story (-1) is right in nothing.
 * Method: Bagga and Baldwin.
 */
export function b3(storyOf: Int32Array, eventOf: Int32Array): B3 {
  const [stories, events] = [countOf(storyOf), countOf(eventOf)]
  const both = Float64Array.from(storyOf, (story, article) => story * MANY + eventOf[article]!).sort()
  let [precision, recall] = [0, 0]
  for (let from = 0, to = 0; from < both.length; from = to) {
    while (to < both.length && both[to] === both[from]) to++
    if (both[from]! < 0) continue
    const story = Math.floor(both[from]! / MANY)
    precision += (to - from) ** 2 / stories[story]!
    recall += (to - from) ** 2 / events[both[from]! - story * MANY]!
  }
  const [p, r] = [precision / both.length, recall / both.length]
  return { p, r, f1: share(2 * p * r, p + r) }
}

/** How many articles have each number. */
function countOf(numbers: Int32Array): Int32Array {
  const counts = new Int32Array(numbers.reduce((most, number) => Math.max(most, number), 0) + 1)
  for (const number of numbers) if (number >= 0) counts[number]!++
  return counts
}
