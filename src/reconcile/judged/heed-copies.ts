import type { DocumentId } from "../../model/document.ts"
import type { JudgedCopies, JudgedCopy } from "../../model/judged-copies.ts"

type Two = Readonly<{ left: number; right: number }>

/** What a judgement makes of a pair that was found, and of one that only people see. */
export type CopyHeeding<Found extends Two, Heeded> = Readonly<{
  heed(pair: Found, judged: JudgedCopy): Heeded
  add(pair: Two, judged: JudgedCopy): Heeded
}>

/**
 * Pairs of documents that share text, by their places, as people judged them: those that were found in their order, then
 * those that only people see. `ids`: of the documents, by place. As they are where nobody judged.
 */
export function* heedCopies<Found extends Two, Heeded>(
  pairs: Iterable<Found>,
  { ids, judged }: Readonly<{ ids: readonly DocumentId[]; judged: JudgedCopies }>,
  { heed, add }: CopyHeeding<Found, Heeded>,
): Generator<Found | Heeded> {
  const places = new Map(ids.map((id, place) => [id, place] as const).reverse())
  const left = new Map(
    judged.pairs.flatMap(([one, other]) => {
      const [a, b] = [places.get(one), places.get(other)].sort((x, y) => (x ?? 0) - (y ?? 0))
      return a === undefined || b === undefined ? [] : [[`${a} ${b}`, { left: a, right: b }] as const]
    }),
  )
  for (const pair of pairs) {
    const said = judged.on(ids[pair.left]!, ids[pair.right]!)
    left.delete(`${pair.left} ${pair.right}`)
    yield said ? heed(pair, said) : pair
  }
  for (const pair of left.values()) yield add(pair, judged.on(ids[pair.left]!, ids[pair.right]!)!)
}
