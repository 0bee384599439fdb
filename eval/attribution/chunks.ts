/** Maximal runs of adjacent words, each as "first-last". */
export function chunksOf(words: ReadonlySet<number>): ReadonlySet<string> {
  const sorted = [...words].sort((a, b) => a - b)
  const firsts = sorted.filter((word) => !words.has(word - 1))
  const lasts = sorted.filter((word) => !words.has(word + 1))
  return new Set(firsts.map((first, index) => `${first}-${lasts[index]}`))
}
