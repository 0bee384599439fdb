import type { Writable } from "node:stream"
import { shorten } from "./wrap.ts"

/** A bar on the last line of a terminal. */
export type Progress = Readonly<{
  /** Draw it for what is being done now, `done` of the total being behind. */
  show(done: number, label: string): void
  /** Take it off the screen, so that something else can be printed. */
  clear(): void
}>

/** `total` is null when it would take too long to count. */
export type ProgressOptions = Readonly<{ total: number | null; columns: number; now?: () => number }>

/** A bar that draws nothing: for short work, and where nobody is looking. */
export const NO_PROGRESS: Progress = { show() {}, clear() {} }

const BAR = 24

export function openProgress(stream: Writable, { total, columns, now = Date.now }: ProgressOptions): Progress {
  const begun = now()
  return {
    show(done, label) {
      const line = progressLine({ done, total, label, seconds: (now() - begun) / 1000 })
      // One column is left free: a full last line makes some terminals scroll.
      stream.write(`\r\u001b[2K${shorten(line, columns - 1)}`)
    },
    clear: () => void stream.write("\r\u001b[2K"),
  }
}

type Moment = Readonly<{ done: number; total: number | null; label: string; seconds: number }>

/** "[######------------------] 3 of 12 0:04 to go a.txt"; the time is left out until something is done. */
export function progressLine({ done, total, label, seconds }: Moment): string {
  if (total === null) return `${done} done ${label}`
  const share = total > 0 ? Math.min(1, done / total) : 0
  const full = Math.round(share * BAR)
  const bar = `[${"#".repeat(full)}${"-".repeat(BAR - full)}]`
  const left = done > 0 && share > 0 ? ` ${clock((seconds * (1 - share)) / share)} to go` : ""
  return `${bar} ${done} of ${total}${left} ${label}`
}

/** Seconds as minutes and seconds: 65 is "1:05". */
function clock(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`
}
