type Two = Readonly<{ left: number; right: number }>

/**
 * Whether making the groups of two things one would put together two that were judged to be apart. `groupOf`: the group of
 * a thing, as it is at the time.
 */
export function openApart(
  apart: readonly Two[],
  groupOf: (thing: number) => number,
): (left: number, right: number) => boolean {
  return (left, right) => {
    if (apart.length === 0) return false
    const [one, other] = [groupOf(left), groupOf(right)]
    return apart.some((pair) => {
      const [a, b] = [groupOf(pair.left), groupOf(pair.right)]
      return (a === one && b === other) || (a === other && b === one)
    })
  }
}
