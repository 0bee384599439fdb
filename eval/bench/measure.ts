import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { openPipeline, type Pipeline, toSnapshot } from "counterclaim"
import { findWords } from "../attribution/words.ts"
import { ROOT } from "../root.ts"
import { measureShares, type Shares } from "./measure-shares.ts"
import type { BenchFile } from "./texts.ts"

/** Read at least this long, over and over: a short run measures the machine's mood. */
const SECONDS = 10

const COLD_STARTS = 3

const now = (): number => performance.now() / 1000

export type Speed = Readonly<{
  secondsToLoad: number
  words: number
  wordsPerSecond: number
  /** Words by processor time: what a machine of its own would read, when others share this one. */
  wordsPerProcessorSecond: number
  /** Processor time over time passed while reading: about 1 when one thread works. */
  cores: number
  /** Of all texts read once more. */
  shares: Shares
  /** The most memory this process held, in megabytes of 10^6 bytes. */
  megabytes: number
}>

export type SpeedOptions = Readonly<{ models?: string | undefined; seconds?: number }>

/** Load the model, read one text to warm up, all of them until the seconds are over, and once more for the shares. */
export async function measureSpeed(files: readonly BenchFile[], options: SpeedOptions = {}): Promise<Speed> {
  const { models, seconds = SECONDS } = options
  const begun = now()
  const pipeline = await openPipeline(models === undefined ? {} : { models })
  const secondsToLoad = now() - begun
  await readAll(pipeline, files.slice(0, 1))
  const start = now()
  const before = process.cpuUsage()
  let words = 0
  do words += await readAll(pipeline, files)
  while (now() - start < seconds)
  const passed = now() - start
  const { user, system } = process.cpuUsage(before)
  const busy = (user + system) / 1e6
  const shares = await measureShares(() => readAll(pipeline, files))
  await pipeline.close()
  return {
    secondsToLoad,
    words,
    wordsPerSecond: words / passed,
    wordsPerProcessorSecond: words / busy,
    cores: busy / passed,
    shares,
    megabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
  }
}

/** Words of the texts that attributions were read in. */
async function readAll(pipeline: Pipeline, files: readonly BenchFile[]): Promise<number> {
  let words = 0
  for (const { path, bytes } of files) {
    const snapshot = toSnapshot({
      bytes,
      url: pathToFileURL(path).href,
      headers: {},
      fetched: new Date().toISOString(),
    })
    const { run, text } = await pipeline.read(snapshot, { file: path, place: path })
    if (run) words += findWords(text.value).starts.length
  }
  return words
}

/** Seconds of `counterclaim read FILE` from nothing to its end: the middle of a few. Null when it does not succeed. */
export function measureColdStart(path: string): number | null {
  const command = [join(ROOT, "dist", "cli", "main.js"), "read", path, "--dry-run", "--json"]
  const times: number[] = []
  while (times.length < COLD_STARTS) {
    const start = now()
    if (spawnSync(process.execPath, command, { stdio: "ignore" }).status !== 0) return null
    times.push(now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(COLD_STARTS / 2)]!
}
