import { watch } from "node:fs"
import { stat } from "node:fs/promises"
import { extname, join, resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { CounterclaimError } from "../model/error.ts"
import { isArticle, walkFolder } from "./walk.ts"

/** A file of a hot folder that is written to its end. */
export type HotFile = Readonly<{
  /** The folder as given with the path below it. */
  file: string
  /** Absolute path. */
  place: string
  /** Size and time of change: another mark is another version. */
  mark: string
}>

export type HotOptions = Readonly<{
  /** Whether this version of a file was taken before. */
  isTaken(hot: HotFile): boolean
  signal: AbortSignal
  /** Take what is there and end. Default false: go on until the signal fires. */
  once?: boolean
  /** A file is taken when it stood still for so long. Default 1 s. */
  stillMs?: number
  /** How often the whole folder is looked through, beside what the system reports. Default 3 s. */
  rescanMs?: number
  /** Told when the folder, or one below it, cannot be listed. */
  onFailure?: (file: string, error: CounterclaimError) => void
  /** Told of all files that are there, after each look through the whole folder that met no failure. */
  onScanned?: (places: ReadonlySet<string>) => void
}>

/** Beside the articles that folders are walked for: what agencies deliver. */
const WIRE_ENDINGS: ReadonlySet<string> = new Set([".json", ".xml"])
/** Of this program, and no article. */
const OWN = ".watch.json"
const LOOK_MS = 200
/** With `once`, files that go on changing are left for the next time. */
const ONCE_MS = 5000

type Waiting = Map<string, Readonly<{ hot: HotFile; since: number }>>

/**
 * The files of a folder and all below it as they come, each when it stands still, and again when it
 * changed. What is being written is left alone: a file's size and time must stay the same for `stillMs`.
 * The system's reports may be lost (network drives, too many folders): so the folder is looked through
 * again and again, less often the longer that takes. Ends when the signal fires. Does not throw.
 */
export async function* hotFiles(folder: string, options: HotOptions): AsyncGenerator<HotFile> {
  const { signal, once = false, stillMs = 1000, rescanMs = 3000 } = options
  const waiting: Waiting = new Map()
  const reported = new Set<string>()
  const stop = once ? () => {} : onReport(folder, (file) => reported.add(file))
  const begun = performance.now()
  let nextScan = begun
  try {
    while (!signal.aborted) {
      if (performance.now() >= nextScan) nextScan = (await scan(folder, waiting, options)) + rescanMs
      if (once) nextScan = Number.POSITIVE_INFINITY
      const files = new Set([...waiting.keys(), ...reported])
      reported.clear()
      for (const file of files) {
        const still = await look(file, waiting, options)
        if (!still || performance.now() - still.since < stillMs) continue
        waiting.delete(file)
        yield still.hot
      }
      if (once && (waiting.size === 0 || performance.now() - begun > ONCE_MS)) return
      await sleep(LOOK_MS, undefined, { signal }).catch(() => {})
    }
  } finally {
    stop()
  }
}

/** Look through the whole folder. Gives the time at the end, later by as much again as four such looks take. */
async function scan(folder: string, waiting: Waiting, options: HotOptions): Promise<number> {
  const begun = performance.now()
  const places = new Set<string>()
  let failed = false
  for await (const met of walkFolder(folder)) {
    if (options.signal.aborted) return begun
    if (met.kind === "failure") {
      failed = true
      options.onFailure?.(met.file, met.error)
    } else if (met.kind === "article" || isWire(met.file)) {
      places.add(resolve(met.file))
      await look(met.file, waiting, options)
    }
  }
  if (!failed) options.onScanned?.(places)
  const now = performance.now()
  return now + 4 * (now - begun)
}

/** How a file stands now; null when it is not there or was taken already. */
async function look(file: string, waiting: Waiting, { isTaken }: HotOptions) {
  const stats = await stat(file).catch(() => null)
  const hot = { file, place: resolve(file), mark: stats ? `${stats.size}-${stats.mtimeMs}` : "" }
  if (!stats?.isFile() || isTaken(hot)) {
    waiting.delete(file)
    return null
  }
  const before = waiting.get(file)
  const now = before?.hot.mark === hot.mark ? before : { hot, since: performance.now() }
  waiting.set(file, now)
  return now
}

const isWire = (file: string): boolean => WIRE_ENDINGS.has(extname(file).toLowerCase()) && !file.endsWith(OWN)

/** Hear of changed files from the system, as far as it tells of them. Gives what ends it. */
function onReport(folder: string, report: (file: string) => void): () => void {
  try {
    const watcher = watch(folder, { recursive: true, persistent: false }, (_, name) => {
      const file = join(folder, name ?? "")
      const hidden = name?.split(/[\\/]/).some((part) => part.startsWith(".") || part === "node_modules") ?? true
      if (!hidden && (isArticle(file) || isWire(file))) report(file)
    })
    watcher.on("error", () => watcher.close())
    return () => watcher.close()
  } catch {
    return () => {}
  }
}
