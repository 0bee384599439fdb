import { createInterface } from "node:readline"
import type { Readable } from "node:stream"
import { Stopped } from "./until-stopped.ts"

/** Gives one answer a call; null when there are no more. */
export type Answers = Readonly<{ next(): Promise<string | null>; close(): void }>

type Terminal = Readable & Readonly<{ isTTY: true; setRawMode(on: boolean): unknown }>

const isTerminal = (stdin: Readable): stdin is Terminal =>
  "isTTY" in stdin && stdin.isTTY === true && "setRawMode" in stdin

/** One key an answer from a terminal, else one line. `next` rejects with `Stopped` at Ctrl-C. */
export function openAnswers(stdin: Readable): Answers {
  return isTerminal(stdin) ? keysOf(stdin) : linesOf(stdin)
}

const CTRL_C = "\u0003"
const CTRL_D = "\u0004"

function keysOf(stdin: Terminal): Answers {
  stdin.setRawMode(true)
  const keys: string[] = []
  const chunks = stdin.iterator({ destroyOnReturn: false })
  return {
    async next() {
      // Keys that are hit fast come together.
      while (keys.length === 0) {
        const { value, done } = await chunks.next()
        keys.push(...(done ? [CTRL_D] : String(value)))
      }
      const key = keys.shift()!
      if (key === CTRL_C) throw new Stopped()
      return key === CTRL_D ? null : key
    },
    close() {
      stdin.setRawMode(false)
      stdin.pause()
    },
  }
}

function linesOf(stdin: Readable): Answers {
  const reader = createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })
  const lines = reader[Symbol.asyncIterator]()
  return {
    async next() {
      for (;;) {
        const { value, done } = await lines.next()
        if (done) return null
        if (value.trim() !== "") return value.trim()
      }
    },
    close: () => reader.close(),
  }
}
