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

/** Two documents, by their places, that share text; `share`: how much of the one that is more of a copy stands in the other. */
export type CopyLink = Readonly<{
  left: number
  right: number
  share: number
  from: "left" | "right" | "undetermined"
}>

/** Documents that are one text, by copies of copies. */
export function groupCopies(documents: number, copies: readonly CopyLink[]): Groups {
  const groups = openGroups(documents)
  for (const { left, right } of copies) groups.join(left, right)
  return groups
}

/**
 * The document that each is a copy of: the one that it shares most with; where nothing tells who took it from whom, the
 * earlier one in the list. Null for what is no copy; never a ring of copies of each other.
 */
export function findOrigins(documents: number, copies: readonly CopyLink[]): (number | null)[] {
  const origins = new Array<number | null>(documents).fill(null)
  for (const { left, right, from } of [...copies].sort((a, b) => b.share - a.share || a.left - b.left)) {
    const [origin, copy] = from === "right" ? [right, left] : [left, right]
    if (origins[copy] === null && !descends(origin, copy, origins)) origins[copy] = origin
  }
  return origins
}

function descends(document: number, from: number, origins: readonly (number | null)[]): boolean {
  for (let at: number | null = document; at !== null; at = origins[at] ?? null) if (at === from) return true
  return false
}
