import type { Dirent } from "node:fs"
import { opendir } from "node:fs/promises"

/** Names held at a time: some 10 MB. A folder of a million files is gone through 16 times. */
const WINDOW = 65_536

const compare = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1)

/** What lies in one folder, in no order. Rejects with the file system's own error. */
export async function* namesIn(folder: string): AsyncGenerator<Dirent> {
  for await (const entry of await opendir(folder, { bufferSize: 1024 })) yield entry
}

/**
 * What lies in one folder, sorted by name in UTF-16 units, so that every machine gives the same order.
 * Memory stays flat: at most twice `window` names are held, and the folder is gone through again for
 * the next ones. Rejects with the file system's own error.
 */
export async function* sortedNames(folder: string, window = WINDOW): AsyncGenerator<Dirent> {
  let last: string | null = null
  for (;;) {
    const { entries, more } = await smallest(folder, last, window)
    yield* entries
    if (!more) return
    last = entries.at(-1)?.name ?? null
  }
}

async function smallest(
  folder: string,
  after: string | null,
  window: number,
): Promise<{ entries: Dirent[]; more: boolean }> {
  const entries: Dirent[] = []
  let more = false
  for await (const entry of namesIn(folder)) {
    if (after !== null && entry.name <= after) continue
    entries.push(entry)
    if (entries.length < 2 * window) continue
    entries.sort(compare)
    entries.length = window
    more = true
  }
  entries.sort(compare)
  if (entries.length > window) {
    entries.length = window
    more = true
  }
  return { entries, more }
}
