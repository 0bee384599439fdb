import type { Encoding } from "../model/encoding.ts"
import type { LinkLogs, Path, WordRun } from "./best-path.ts"
import { bestPath, linkLogs } from "./best-path.ts"

/** A cue with what it links to, in words of the text; `logs` and `path` count from word `first`. */
export type LinkedCue = Readonly<{
  cue: WordRun
  first: number
  logs: LinkLogs
  path: Path
}>

/**
 * Link a cue to its source and content; null when no content is found, or the cue kept no links.
 * A cue of several words links by the mean of its words' rows (those that one window judged).
 */
export function linkCue({ links }: Encoding, cue: WordRun): LinkedCue | null {
  const head = links.get(cue.first)
  if (!head) return null
  const rows = [head]
  for (let word = cue.first + 1; word <= cue.last; word++) {
    const row = links.get(word)
    if (row?.first === head.first) rows.push(row)
  }
  const logs = linkLogs(mean(rows.map((row) => row.scores)))
  const path = withoutCue(bestPath(logs), cue.first - head.first, cue.last - head.first)
  if (path.content.length === 0) return null
  return { cue, first: head.first, logs, path }
}

function mean(rows: readonly Float32Array[]): ArrayLike<number> {
  const [only] = rows
  if (rows.length === 1) return only!
  const sums = new Float64Array(only!.length)
  for (const row of rows) for (let i = 0; i < sums.length; i++) sums[i]! += row[i]!
  for (let i = 0; i < sums.length; i++) sums[i]! /= rows.length
  return sums
}

/** A content or source that lies wholly in the cue is none. */
function withoutCue({ source, content }: Path, first: number, last: number): Path {
  const outside = (run: WordRun) => run.first < first || run.last > last
  return { source: source && outside(source) ? source : null, content: content.filter(outside) }
}
