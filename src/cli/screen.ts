import type { Writable } from "node:stream"
import type { Io } from "./io.ts"
import { plainLine } from "./plain.ts"
import { NO_PROGRESS, openProgress, type Progress } from "./progress.ts"
import { hasColours, type Style, toStyle } from "./style.ts"

/** Where a command prints: results to stdout, all else to stderr, the progress bar never in between. */
export type Screen = Readonly<{
  columns: number
  /** For stdout. */
  style: Style
  /** Print a result as it is. Rejects with `EPIPE` when nobody reads any more. */
  print(text: string): Promise<void>
  /** Tell something beside the results, on a line of its own; the text is made safe. */
  tell(line: string): void
  /** A bar for `total` things to do; it draws nothing when there is one thing only or stderr is no terminal. */
  progress(total: number | null): Progress
}>

// Narrower than this no table can be read; a terminal that says so is mistaken.
const NARROWEST = 20

export function openScreen(io: Io): Screen {
  let bar = NO_PROGRESS
  return {
    columns: Math.max(NARROWEST, io.columns),
    style: toStyle(hasColours(io.env, io.isTerminal.stdout)),
    async print(text) {
      if (io.isTerminal.stdout) bar.clear()
      await write(io.stdout, text)
    },
    tell(line) {
      bar.clear()
      io.stderr.write(`${plainLine(line)}\n`)
    },
    progress(total) {
      if (!io.isTerminal.stderr || (total !== null && total < 2)) return NO_PROGRESS
      bar = openProgress(io.stderr, { total, columns: io.columns })
      return bar
    },
  }
}

const write = (stream: Writable, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()))
  })
