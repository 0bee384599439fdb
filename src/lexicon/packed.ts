import { readFileSync } from "node:fs"
import { brotliDecompressSync } from "node:zlib"
import { CounterclaimError } from "../model/error.ts"

/** A packed file's parts by name: a line of JSON names them with their lengths, their bytes follow, all under Brotli. */
export type Sections = ReadonlyMap<string, Uint8Array>

/** Parts of a packed file by name. Throws `lexicon/unreadable` when there is no such file, `lexicon/damaged` when its length is not that of its parts. */
export function readSections(path: string): Sections {
  try {
    const bytes = brotliDecompressSync(readFileSync(path))
    const head = bytes.indexOf(10)
    const { sections } = JSON.parse(bytes.toString("utf8", 0, head)) as { sections: [string, number][] }
    const found = new Map<string, Uint8Array>()
    let at = head + 1
    for (const [name, length] of sections) {
      found.set(name, bytes.subarray(at, at + length))
      at += length
    }
    if (at !== bytes.length) throw new Error("its length is not that of its parts")
    return found
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === "ENOENT"
    throw new CounterclaimError({
      code: missing ? "lexicon/unreadable" : "lexicon/damaged",
      what: missing ? "the file cannot be read" : "the file is not a whole gazetteer",
      where: path,
      fix: "install the package again",
      cause,
    })
  }
}

/** A part's bytes; none for one that is not there. */
export const section = (sections: Sections, name: string): Uint8Array => sections.get(name) ?? new Uint8Array()

/** Sorted keys in Latin-1, one behind the other, and where each ends. */
export type Keys = Readonly<{ bytes: Uint8Array; ends: Uint32Array }>

/**
 * Each key is stored as what it shares with the one before (a length) and the rest (a length, the bytes).
 * Throws `lexicon/damaged` where one shares more than there is.
 */
export function unfold(packed: Uint8Array, path: string): Keys {
  let count = 0
  let total = 0
  for (let at = 0; at < packed.length; at += 2 + packed[at + 1]!) {
    count++
    total += packed[at]! + packed[at + 1]!
  }
  const bytes = new Uint8Array(total)
  const ends = new Uint32Array(count)
  let at = 0
  let end = 0
  let previous = 0
  for (let key = 0; key < count; key++) {
    const shared = packed[at]!
    const length = packed[at + 1]!
    if (shared > end - previous) throw new CounterclaimError(damaged(path))
    // Letter by letter: keys are so short that a view or a call a key would cost more than the copying.
    for (let i = 0; i < shared; i++) bytes[end + i] = bytes[previous + i]!
    for (let i = 0; i < length; i++) bytes[end + shared + i] = packed[at + 2 + i]!
    previous = end
    end += shared + length
    ends[key] = end
    at += 2 + length
  }
  return { bytes, ends }
}

const damaged = (where: string) => ({
  code: "lexicon/damaged",
  what: "the file is not a whole gazetteer",
  where,
  fix: "install the package again",
})

/** Numbers stored as planes: all low bytes, then all next bytes. */
export function plane(bytes: Uint8Array, width: number): Uint32Array {
  const length = bytes.length / width
  const values = new Uint32Array(length)
  for (let b = 0; b < width; b++) for (let i = 0; i < length; i++) values[i]! |= bytes[b * length + i]! << (8 * b)
  return values
}

/** The lines of a part in UTF-8. */
export const lines = (bytes: Uint8Array): string[] => Buffer.from(bytes).toString("utf8").split("\n")

/** Where each key's share of a list begins, and the end of the last. */
export function starts(counts: Uint8Array): Uint32Array {
  const sums = new Uint32Array(counts.length + 1)
  for (let i = 0; i < counts.length; i++) sums[i + 1] = sums[i]! + counts[i]!
  return sums
}

/** Where each line of them ends, the last one included. */
export function lineEnds(bytes: Uint8Array): Uint32Array {
  const ends: number[] = []
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 10) ends.push(i)
  ends.push(bytes.length)
  return Uint32Array.from(ends)
}
