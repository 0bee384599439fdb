import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs"
import type { FeedItem } from "../../fetch/feed/feed.ts"
import type { FeedMemory } from "../../fetch/feed/poll-feed.ts"
import { CounterclaimError } from "../../model/error.ts"

/** An item whose page could not be read yet. */
export type Late = Readonly<{ item: FeedItem; tries: number }>

export type FeedState = Readonly<{
  memory: FeedMemory | null
  /** Ids of the items that are done with, the latest last. */
  seen: readonly string[]
  late: readonly Late[]
  /** How many times in a row the feed failed. */
  failures: number
  /** Not to be asked again before, ISO 8601 in UTC. */
  notBefore: string | null
}>

/** By absolute path, the mark of the version that was taken. */
export type FolderState = Readonly<Record<string, string>>

/** Where watching stands. What is set is on the disk a second later, or after `close`. */
export type WatchState = Readonly<{
  feed(url: string): FeedState
  setFeed(url: string, state: FeedState): void
  folder(place: string): FolderState
  setFolder(place: string, state: FolderState): void
  /** Throws `watch/state-write`. */
  close(): void
}>

type Kept = Readonly<{ version: 1; feeds: Record<string, FeedState>; folders: Record<string, FolderState> }>

const NEW: FeedState = { memory: null, seen: [], late: [], failures: 0, notBefore: null }
const WRITE_EVERY_MS = 1000

/**
 * Open the state file beside a ledger; nothing is written until something is set. Another process's
 * feeds and folders in it stay as they are.
 * Throws `watch/state` when the file is no state of watching, or of a newer version.
 */
export function openWatchState(path: string): WatchState {
  const own: Kept = { version: 1, feeds: {}, folders: {} }
  const start = readState(path)
  let timer: NodeJS.Timeout | null = null
  let failure: unknown = null
  const write = () => {
    timer = null
    const now = readState(path)
    writeState(path, { version: 1, feeds: { ...now.feeds, ...own.feeds }, folders: { ...now.folders, ...own.folders } })
  }
  const changed = () => {
    if (failure) throw failure
    timer ??= setTimeout(() => {
      try {
        write()
      } catch (error) {
        failure = error
      }
    }, WRITE_EVERY_MS)
  }
  return {
    feed: (url) => own.feeds[url] ?? { ...NEW, ...start.feeds[url] },
    setFeed(url, state) {
      own.feeds[url] = state
      changed()
    },
    folder: (place) => own.folders[place] ?? start.folders[place] ?? {},
    setFolder(place, state) {
      own.folders[place] = state
      changed()
    },
    close() {
      if (!timer) return
      clearTimeout(timer)
      write()
    },
  }
}

function readState(path: string): Kept {
  if (!existsSync(path)) return { version: 1, feeds: {}, folders: {} }
  try {
    const state = JSON.parse(readFileSync(path, "utf8"))
    if (state.version === 1 && isTable(state.feeds) && isTable(state.folders)) return state
  } catch (cause) {
    throw notAState(path, cause)
  }
  throw notAState(path)
}

const isTable = (value: unknown): boolean => value !== null && typeof value === "object" && !Array.isArray(value)

/** All of it or nothing: written beside, then put in its place. */
function writeState(path: string, state: Kept): void {
  const beside = `${path}.${process.pid}.tmp`
  try {
    const file = openSync(beside, "w", 0o600)
    try {
      writeSync(file, `${JSON.stringify(state)}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
  } catch (cause) {
    rmSync(beside, { force: true })
    throw new CounterclaimError({
      code: "watch/state-write",
      what: `where watching stands cannot be kept (${(cause as NodeJS.ErrnoException).code ?? "unknown reason"})`,
      where: path,
      fix: "make room, and give this user the right to write there",
      cause,
    })
  }
}

const notAState = (where: string, cause?: unknown): CounterclaimError =>
  new CounterclaimError({
    code: "watch/state",
    what: "it does not say where watching stands, or a newer version of the program wrote it",
    where,
    fix: "update counterclaim, or take the file away: watching then starts from the beginning",
    cause,
  })
