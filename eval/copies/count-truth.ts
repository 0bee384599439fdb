/** What two texts truly share, counted run by run: the share of each one's different runs of five words in the other. */
export type Truth = Readonly<{ left: number; right: number }>

const RUN = 5

/** The different runs of five words of a text, as strings: nothing of the program's own counting is used. */
function runsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
  return new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(" ")))
}

/** Every pair that shares a run, by "left right", the numbers of the texts. */
export function countTruth(texts: readonly string[]): ReadonlyMap<string, Truth> {
  const runs = texts.map(runsOf)
  const having = new Map<string, number[]>()
  for (const [text, set] of runs.entries()) for (const run of set) having.set(run, [...(having.get(run) ?? []), text])
  const shared = new Map<string, number>()
  for (const holders of having.values()) {
    for (const [i, a] of holders.entries()) {
      for (const b of holders.slice(i + 1)) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + 1)
    }
  }
  return new Map(
    [...shared].map(([pair, count]) => {
      const [a, b] = pair.split(" ").map(Number) as [number, number]
      return [pair, { left: count / runs[a]!.size, right: count / runs[b]!.size }]
    }),
  )
}
