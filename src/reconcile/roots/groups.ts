import type { JudgedOrigin } from "../../model/judged-copies.ts"
import { openApart } from "../judged/open-apart.ts"

/** A set of things, numbered from 0, that fall into groups. A group is named by its smallest member. */
export type Groups = Readonly<{ of(item: number): number; join(a: number, b: number): void }>

export function openGroups(size: number): Groups {
  const parents = Array.from({ length: size }, (_, item) => item)
  const of = (item: number): number => {
    let at = item
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!
      at = parents[at]!
    }
    return at
  }
  return {
    of,
    join(a, b) {
      const [one, other] = [of(a), of(b)]
      if (one !== other) parents[Math.max(one, other)] = Math.min(one, other)
    },
  }
}

/**
 * Two documents, by their places, that share text; `share`: how much of the one that is more of a copy stands in the other.
 * `judged`: people said so. Of "third" neither is a copy of the other; of "neither" they are no one text.
 */
export type CopyLink = Readonly<{
  left: number
  right: number
  share: number
  from: "undetermined" | JudgedOrigin
  judged?: boolean
}>

/** Links of documents, what people judged in the place of what the program takes the same two for, and before the others. */
export function settleLinks(copies: readonly CopyLink[]): CopyLink[] {
  const judged = copies.filter((link) => link.judged)
  const keyOf = ({ left, right }: CopyLink): string => `${Math.min(left, right)} ${Math.max(left, right)}`
  const settled = new Set(judged.map(keyOf))
  return [...judged, ...copies.filter((link) => !settled.has(keyOf(link)))]
}

/** Documents that are one text, by copies of copies; what was judged to be apart stays so, and whoever shares less gives way. */
export function groupCopies(documents: number, copies: readonly CopyLink[]): Groups {
  const groups = openGroups(documents)
  const areApart = openApart(
    copies.filter(({ from }) => from === "neither"),
    groups.of,
  )
  for (const { left, right, from } of mostFirst(copies)) {
    if (from !== "neither" && !areApart(left, right)) groups.join(left, right)
  }
  return groups
}

const mostFirst = (copies: readonly CopyLink[]): CopyLink[] =>
  [...copies].sort((a, b) => Number(b.judged ?? 0) - Number(a.judged ?? 0) || b.share - a.share || a.left - b.left)

/**
 * The document that each is a copy of: the one that it shares most with; where nothing tells who took it from whom, the
 * earlier one in the list. Null for what is no copy; never a ring of copies of each other. `groups`: of the same copies.
 */
export function findOrigins(documents: number, copies: readonly CopyLink[], groups: Groups): (number | null)[] {
  const origins = new Array<number | null>(documents).fill(null)
  for (const { left, right, from } of mostFirst(copies)) {
    if (from === "third" || groups.of(left) !== groups.of(right)) continue
    const [origin, copy] = from === "right" ? [right, left] : [left, right]
    if (origins[copy] === null && !descends(origin, copy, origins)) origins[copy] = origin
  }
  return origins
}

function descends(document: number, from: number, origins: readonly (number | null)[]): boolean {
  for (let at: number | null = document; at !== null; at = origins[at] ?? null) if (at === from) return true
  return false
}
