import { constants, type Stats } from "node:fs"
import { type FileHandle, open, stat } from "node:fs/promises"
import { pathToFileURL } from "node:url"
import { CounterclaimError } from "../model/error.ts"
import { type Snapshot, toSnapshot } from "../model/snapshot.ts"
import { pathFailure } from "./failure.ts"

/** 64 MB: the longest article is under 1 MB, the longest page that was ever met under 20 MB. */
export const MAX_INPUT_BYTES = 64 * 1024 * 1024

/** Non-blocking, or opening a FIFO that nobody writes to would wait for ever. Windows has no such flag. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * Read one regular file. `file` is the name for messages, `path` the absolute path.
 * Throws `input/not-found`, `input/unreadable`, `input/not-a-file`, `input/too-large`: the last before
 * anything is read.
 */
export async function readInputFile(file: string, path: string, now: () => Date): Promise<Snapshot> {
  try {
    // Asked before opening too: to open a device may set it going.
    refuseOthers(file, await stat(path))
    const handle = await open(path, READ)
    try {
      refuseOthers(file, await handle.stat())
      const bytes = await readAll(file, handle)
      return toSnapshot({ bytes, url: pathToFileURL(path).href, headers: {}, fetched: now().toISOString() })
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw pathFailure(file, error)
  }
}

function refuseOthers(file: string, stats: Stats): void {
  refuseNoFile(file, stats)
  if (stats.size > MAX_INPUT_BYTES) throw tooLarge(file)
}

/** Throws `input/not-a-file` for a folder, a pipe, a socket or a device. */
export function refuseNoFile(file: string, stats: Stats): void {
  if (!stats.isFile())
    throw new CounterclaimError({
      code: "input/not-a-file",
      what: `it is ${kindOf(stats)}, not a file`,
      where: file,
      fix: 'give a file, or pipe the text in and name "-"',
    })
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "a folder"
  if (stats.isFIFO()) return "a pipe"
  return stats.isSocket() ? "a socket" : "a device"
}

export const tooLarge = (file: string): CounterclaimError =>
  new CounterclaimError({
    code: "input/too-large",
    what: `it is larger than ${MAX_INPUT_BYTES / 1024 / 1024} MB`,
    where: file,
    fix: "split it into one file an article",
  })

/** Counted while reading: a file may grow, and those of /proc say that they hold nothing. */
async function readAll(file: string, handle: FileHandle): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(256 * 1024))
    if (bytesRead === 0) return Buffer.concat(chunks)
    chunks.push(buffer.subarray(0, bytesRead))
    size += bytesRead
    if (size > MAX_INPUT_BYTES) throw tooLarge(file)
  }
}
