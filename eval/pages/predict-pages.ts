import { readFileSync } from "node:fs"
import { join } from "node:path"
import { CounterclaimError } from "counterclaim"
import type { GoldPage } from "./gold-page.ts"
import type { PageLine } from "./page-prediction.ts"
import { readPage } from "./read-page.ts"
import type { Weights } from "./weights.ts"

export type PredictedPages = Readonly<{
  lines: readonly PageLine[]
  /** Pages on which the program failed in a way that it should not. */
  crashes: number
  /** Of bytes, 10^6 each, and the time that reading them took, without the disk. */
  megabytes: number
  seconds: number
  /** Processor time of it, all threads of the process together: on a busy machine the fairer number. */
  processorSeconds: number
  slowest: Readonly<{ name: string; seconds: number }>
}>

/** Run the program over pages in `folder`/html. One that it refuses, or that is not there, has no prediction. */
export function predictPages(pages: readonly GoldPage[], folder: string, weights: Weights): PredictedPages {
  const lines: PageLine[] = []
  let [bytesRead, passed, crashes, slowest] = [0, 0, 0, { name: "", seconds: 0 }]
  const before = process.cpuUsage()
  for (const { name } of pages) {
    const path = join(folder, "html", `${name}.html`)
    const blockModel = weights.of(name)
    try {
      const bytes = readFileSync(path)
      const start = performance.now()
      lines.push({ name, prediction: readPage(bytes, path, blockModel) })
      const seconds = (performance.now() - start) / 1000
      bytesRead += bytes.length
      passed += seconds
      if (seconds > slowest.seconds) slowest = { name, seconds }
    } catch (error) {
      const known = error instanceof CounterclaimError || (error as NodeJS.ErrnoException).code === "ENOENT"
      if (!known) crashes++
      console.error(known ? (error as Error).message : error)
    }
  }
  const { user, system } = process.cpuUsage(before)
  return {
    lines,
    crashes,
    megabytes: bytesRead / 1e6,
    seconds: passed,
    processorSeconds: (user + system) / 1e6,
    slowest,
  }
}
