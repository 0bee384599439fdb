/**
 * The places of the runs that stand for a text: in every `window` runs that follow each other the smallest, the last of
 * equal ones. Two texts that share `window` runs in a row share at least one of them. All of a shorter text's
 * smallest: one place, or none when there is no run.
 * Method: Schleimer, Wilkerson, Aiken, "Winnowing", SIGMOD 2003.
 */
export function winnow(runs: Uint32Array, window: number): number[] {
  const chosen: number[] = []
  let least = -1
  for (let end = Math.min(window, runs.length) - 1; end >= 0 && end < runs.length; end++) {
    const start = Math.max(0, end - window + 1)
    if (least < start) {
      least = start
      for (let i = start + 1; i <= end; i++) if (runs[i]! <= runs[least]!) least = i
    } else if (runs[end]! <= runs[least]!) least = end
    if (chosen.at(-1) !== least) chosen.push(least)
  }
  return chosen
}
