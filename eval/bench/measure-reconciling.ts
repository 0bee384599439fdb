import { fork } from "node:child_process"
import { fileURLToPath } from "node:url"
import type { PartGiven, PartSpeed } from "./reconciling-part.ts"

export type ReconcilingSpeed = Readonly<{
  documents: number
  /** By the clock, with two processes side by side, the inventing of articles included. */
  seconds: number
  /** Processor time, without that for inventing the articles. */
  copySeconds: number
  storySeconds: number
  /**
   * Processor time per article in the last eighth before all are added, over that in the eighth before half of them are,
   * of the same news a day. Tells something from 240,000 on: before, the first weeks are part of it.
   */
  doubling: number
  /** Share of the known copies that were found. */
  copiesFound: number
  /** B3 of the stories against the known ones. */
  storiesB3: number
  /** The most memory that the two processes held, added up, in megabytes of 10^6 bytes. */
  megabytes: number
}>

/** Stories are settled by so many days of a thousand articles: a stretch holds as many settlings as any of its length. */
const BLOCK = 15_000

/** Megabytes of heap for each process: left to itself, V8 lets garbage pile up to several times what is held. */
const HEAP = 1200
/** Megabytes for what is young: much of it lives for one settling, and is copied about where the room is small. */
const YOUNG = 64

/** Add invented articles one by one to an index of copies and to one of stories, each on a core of its own. */
export async function measureReconciling(documents: number, print: (line: string) => void): Promise<ReconcilingSpeed> {
  const eighth = Math.floor(documents / 8)
  const stretch = Math.max(1, BLOCK * Math.floor(eighth / BLOCK) || eighth)
  const half = Math.floor(documents / 2)
  const marks = [half - stretch, half, documents - stretch, documents]
  const start = performance.now()
  const [copies, stories] = await Promise.all([
    runPart({ part: "copies", documents, marks }, print),
    runPart({ part: "stories", documents, marks }, print),
  ])
  const between = (from: number, to: number): number =>
    [copies, stories].reduce((sum, { seconds }) => sum + seconds[to]! - seconds[from]!, 0)
  return {
    documents,
    seconds: (performance.now() - start) / 1000,
    copySeconds: copies.seconds.at(-1)!,
    storySeconds: stories.seconds.at(-1)!,
    doubling: between(2, 3) / between(0, 1),
    copiesFound: copies.score,
    storiesB3: stories.score,
    megabytes: copies.megabytes + stories.megabytes,
  }
}

type Message = Readonly<{ line?: string; speed?: PartSpeed }>

function runPart(given: PartGiven, print: (line: string) => void): Promise<PartSpeed> {
  const file = fileURLToPath(new URL(`./reconciling-process${import.meta.url.slice(-3)}`, import.meta.url))
  return new Promise((resolve, reject) => {
    const child = fork(file, [JSON.stringify(given)], {
      execArgv: [`--max-old-space-size=${HEAP}`, `--max-semi-space-size=${YOUNG}`],
    })
    child.on("message", ({ line, speed }: Message) => {
      if (line !== undefined) print(line)
      if (speed !== undefined) resolve(speed)
    })
    child.on("error", reject)
    child.on("exit", (code, signal) => reject(new Error(`measuring ${given.part} ended with ${code ?? signal}`)))
  })
}
