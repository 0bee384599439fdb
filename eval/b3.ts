import { share } from "./share.ts"

/** Precision, recall and their F1 by B3. */
export type B3 = Readonly<{ p: number; r: number; f1: number }>

/**
 * B3 of stories, given by the numbers of their articles, against the events that these are of: mean over articles of the
 * share of its story that is of its event, and of its event that is in its story. Method: Bagga and Baldwin.
 */
export function b3(stories: readonly (readonly string[])[], eventOf: Int32Array): B3 {
  const sizes = new Map<number, number>()
  for (const event of eventOf) sizes.set(event, (sizes.get(event) ?? 0) + 1)
  let [precision, recall] = [0, 0]
  for (const ids of stories) {
    const inside = new Map<number, number>()
    for (const id of ids) inside.set(eventOf[Number(id)]!, (inside.get(eventOf[Number(id)]!) ?? 0) + 1)
    for (const [event, both] of inside) {
      precision += (both * both) / ids.length
      recall += (both * both) / sizes.get(event)!
    }
  }
  const [p, r] = [precision / eventOf.length, recall / eventOf.length]
  return { p, r, f1: share(2 * p * r, p + r) }
}
