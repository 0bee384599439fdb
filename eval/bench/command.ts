import { join, resolve } from "node:path"
import { parseArgs } from "node:util"
import type { Figures } from "../floors.ts"
import { holdToFloors } from "../hold-to-floors.ts"
import { fileResult } from "../results.ts"
import { ROOT } from "../root.ts"
import { measureColdStart, measureSpeed } from "./measure.ts"
import type { Shares } from "./measure-shares.ts"
import { readTexts } from "./texts.ts"

const OPTIONS = {
  data: { type: "string" },
  models: { type: "string" },
  raise: { type: "boolean" },
  file: { type: "boolean" },
} as const

/** Of these less is better. */
const CEILINGS = ["seconds to load", "seconds from a cold start", "megabytes"]
const NAMES = ["words per second", "words per processor second", ...CEILINGS]

/** Machines differ: a figure fails only when it reaches less than this share of its floor. */
const MARGIN = 0.7

/**
 * `bench`: how fast one thread reads, how long the model takes to load, and how much memory it all takes.
 * Gives the exit status: 1 when a figure misses its floor by more than the margin.
 */
export async function benchCommand(args: string[], print: (line: string) => void): Promise<number> {
  const { values: given } = parseArgs({ args, options: OPTIONS })
  const files = readTexts(given.data === undefined ? join(ROOT, "examples") : resolve(given.data))
  const speed = await measureSpeed(files, { models: given.models })
  const cold = measureColdStart(files[0]!.path)
  const figures: Figures = {
    "words per second": speed.wordsPerSecond,
    "words per processor second": speed.wordsPerProcessorSecond,
    "seconds to load": speed.secondsToLoad,
    megabytes: speed.megabytes,
    ...(cold === null ? {} : { "seconds from a cold start": cold }),
  }
  print(
    `words per second ${speed.wordsPerSecond.toFixed(0)} (${speed.words} words, ${speed.cores.toFixed(2)} cores busy)`,
  )
  print(`words per processor second ${speed.wordsPerProcessorSecond.toFixed(0)}`)
  print(`share of each step: ${shareList(speed.shares)}`)
  print(`seconds to load ${speed.secondsToLoad.toFixed(2)}`)
  print(`megabytes ${speed.megabytes.toFixed(0)}`)
  print(`seconds from a cold start ${cold === null ? "not measured: the command failed" : cold.toFixed(2)}`)
  print(`floors are held with a margin, since machines differ: a figure fails below ${MARGIN * 100} % of its floor`)
  if (given.file) print(`filed as ${fileResult("bench", { figures, shares: speed.shares })}`)
  return holdToFloors(
    { key: "bench", figures, names: NAMES, ceilings: CEILINGS, margin: MARGIN, raise: given.raise ?? false },
    print,
  )
}

const shareList = (shares: Shares): string =>
  Object.entries(shares)
    .map(([step, share]) => `${step} ${(100 * share).toFixed(1)} %`)
    .join(", ")
