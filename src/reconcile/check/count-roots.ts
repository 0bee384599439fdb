import type { Claimants } from "./find-claimants.ts"
import { openGroups } from "./groups.ts"

/** How many independent origins there are, at least and at most. */
export type RootCount = Readonly<{ low: number; high: number }>

/**
 * Named claimants count once each: at the most those of doubtful attributions too, at the least those alike as one.
 * Whoever has no name, and a publisher in its own voice, may have it from one of the others. 0 to 0 without claimants.
 */
export function countRoots({ claimants, unsure }: Claimants): RootCount {
  const groups = openGroups(claimants.length)
  for (const [left, right] of unsure) groups.join(left, right)
  const sure = claimants.flatMap(({ kind, statements }, index) =>
    kind === "named" && statements.some(({ shown }) => shown) ? [groups.find(index)] : [],
  )
  return { low: Math.max(new Set(sure).size, Math.min(1, claimants.length)), high: claimants.length }
}
