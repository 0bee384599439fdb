import type { Writable } from "node:stream"
import { openSpeed } from "./speed.ts"
import { shorten } from "./wrap.ts"

/** How far the work is. */
export type Moment = Readonly<{
  /** Inputs that are behind. */
  done: number
  failed: number
  /** What is being done now. */
  label: string
  /** How much lies behind where nobody counted, 0 to 1. */
  share?: number | undefined
}>

/** A bar on the last line of a terminal. */
export type Progress = Readonly<{
  show(moment: Moment): void
  /** Take it off the screen, so that something else can be printed. */
  clear(): void
}>

/** `total` is null when it would take too long to count. */
export type ProgressOptions = Readonly<{ total: number | null; columns: number; now?: () => number }>

/** A bar that draws nothing: for short work, and where nobody is looking. */
export const NO_PROGRESS: Progress = { show() {}, clear() {} }

const BAR = 24
/** Milliseconds: drawing for each of a thousand inputs a second would slow the work down. */
const DRAW_EVERY = 50
/** Of fewer, each is drawn. */
const MANY = 100

export function openProgress(stream: Writable, { total, columns, now = Date.now }: ProgressOptions): Progress {
  const speed = openSpeed(now())
  let drawn = Number.NEGATIVE_INFINITY
  return {
    show(moment) {
      const at = now()
      const share = total === null ? moment.share : total > 0 ? Math.min(1, moment.done / total) : 0
      speed.note({ at, done: moment.done, share: share ?? 0 })
      if (at - drawn < (total !== null && total < MANY ? 0 : DRAW_EVERY)) return
      drawn = at
      const line = progressLine({ ...moment, share, total, ...speed.tell() })
      // One column is left free: a full last line makes some terminals scroll.
      stream.write(`\r\u001b[2K${shorten(line, columns - 1)}`)
    },
    clear() {
      drawn = Number.NEGATIVE_INFINITY
      stream.write("\r\u001b[2K")
    },
  }
}

type Line = Moment & Readonly<{ total: number | null; perSecond: number | null; left: number | null }>

/** "[######------------------] 3 of 12, 2.1/s, 0:04 to go, 1 failed: a.txt"; what is not known is left out. */
export function progressLine({ done, total, share, failed, perSecond, left, label }: Line): string {
  const full = Math.round((share ?? 0) * BAR)
  const bar = share === undefined ? "" : `[${"#".repeat(full)}${"-".repeat(BAR - full)}] `
  const facts = [
    total === null ? `${done} done` : `${done} of ${total}`,
    ...(perSecond === null ? [] : [`${perSecond.toFixed(perSecond < 10 ? 1 : 0)}/s`]),
    ...(left === null ? [] : [`${clock(left)} to go`]),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ]
  return `${bar}${facts.join(", ")}: ${label}`
}

/** Seconds as minutes and seconds, and hours where there are: 65 is "1:05". */
function clock(seconds: number): string {
  const whole = Math.round(seconds)
  const two = (number: number) => String(number).padStart(2, "0")
  const minutes = Math.floor(whole / 60)
  const hours = Math.floor(minutes / 60)
  return `${hours > 0 ? `${hours}:${two(minutes % 60)}` : minutes}:${two(whole % 60)}`
}
