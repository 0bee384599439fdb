/** Things joined two by two; each group is known by its smallest member, in whatever order they were joined. */
export function openGroups(items: number) {
  const parents = Array.from({ length: items }, (_, item) => item)
  const find = (item: number): number => {
    while (parents[item] !== item) {
      parents[item] = parents[parents[item]!]!
      item = parents[item]!
    }
    return item
  }
  return {
    find,
    join(left: number, right: number): void {
      const [a, b] = [find(left), find(right)]
      parents[Math.max(a, b)] = Math.min(a, b)
    },
  }
}
