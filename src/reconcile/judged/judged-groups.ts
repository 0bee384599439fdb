import { type JudgedNames, nameSubject } from "../../model/judged-names.ts"

/** Things, numbered from 0, that are joined two by two; a group is known by its smallest member. */
export type JudgedGroups = Readonly<{
  find(item: number): number
  /** Make the groups of both one; nothing happens where people said of names in them that they are two's. */
  join(left: number, right: number): void
}>

/** `names`: of each thing; null where it has none. */
export function openJudgedGroups(
  names: readonly (string | null)[],
  { subjects, anyDifferent }: JudgedNames,
): JudgedGroups {
  const parents = names.map((_, item) => item)
  const find = (item: number): number => {
    while (parents[item] !== item) {
      parents[item] = parents[parents[item]!]!
      item = parents[item]!
    }
    return item
  }
  /** Of each group the subjects that something was judged to be another than. */
  const told = new Map<number, Set<string>>()
  if (anyDifferent)
    for (const [item, name] of names.entries()) {
      const subject = name === null ? null : nameSubject(name)
      if (subject !== null && subjects.hasOther(subject)) told.set(item, new Set([subject]))
    }
  const areTwo = (left: number, right: number): boolean => {
    const [one, other] = [told.get(left), told.get(right)]
    if (!one || !other) return false
    return [...one].some((subject) => [...other].some((rival) => subjects.verdictOn(subject, rival) === "two"))
  }
  return {
    find,
    join(left, right) {
      const [a, b] = [find(left), find(right)]
      if (a === b || areTwo(a, b)) return
      const [kept, gone] = [Math.min(a, b), Math.max(a, b)]
      parents[gone] = kept
      const both = [...(told.get(kept) ?? []), ...(told.get(gone) ?? [])]
      if (both.length > 0) told.set(kept, new Set(both))
    },
  }
}

/** Join all that carry names which people said are one's. */
export function joinJudgedNames(
  names: readonly (string | null)[],
  { subjects, same }: JudgedNames,
  join: JudgedGroups["join"],
): void {
  if (same.length === 0) return
  const first = new Map<string, number>()
  for (const [item, name] of names.entries()) {
    if (name === null) continue
    const [least] = [...subjects.groupOf(nameSubject(name))].sort()
    const known = first.get(least!)
    if (known === undefined) first.set(least!, item)
    else join(known, item)
  }
}
