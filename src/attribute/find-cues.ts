import type { WordRun } from "./best-path.ts"

/**
 * Cues of a text, in order: runs of words that are rather part of a cue than not (`threshold`, 0 to 1), by
 * `Encoding.cues` or `Encoding.inner`.
 * A word that rather begins a cue than goes on with one opens a new run.
 */
export function findCues(cues: Float32Array, threshold: number): WordRun[] {
  const runs: { first: number; last: number }[] = []
  for (let word = 0; 2 * word < cues.length; word++) {
    const begins = cues[2 * word]!
    const goesOn = cues[2 * word + 1]!
    if (begins + goesOn < threshold) continue
    const run = runs.at(-1)
    if (run?.last === word - 1 && goesOn > begins) run.last = word
    else runs.push({ first: word, last: word })
  }
  return runs
}
