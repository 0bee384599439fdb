import type { Readable } from "node:stream"
import { createGunzip } from "node:zlib"
import { type Entry, openPromise, type ZipFile } from "yauzl"
import { CounterclaimError } from "../../model/error.ts"
import { ByteSource } from "../byte-source.ts"
import { messageOf, pathFailure } from "../failure.ts"

/** A WARC file within a zip file. `share`: how much of the zip file lies behind, 0 to 1. */
export type ArchiveInZip = Readonly<{
  name: string
  /** Its bytes from an unpacked offset on. */
  open(offset: number): Promise<ByteSource>
  share(): number
}>

/**
 * The WARC files in a zip file, in the order of its directory; none when there are none. Memory stays flat: entries are
 * read as streams. Throws `input/archive-damaged` when its directory cannot be read, `input/archive-encrypted`.
 */
export async function* archivesInZip(file: string, path: string): AsyncGenerator<ArchiveInZip> {
  const zip = await openZip(file, path)
  try {
    let behind = 0
    const entries = zip.eachEntry()
    for (;;) {
      const next = await entries.next().catch((error: unknown) => Promise.reject(broken(file, error)))
      if (next.done) return
      const entry: Entry = next.value
      if (/\.warc(?:\.gz)?$/i.test(entry.fileName)) {
        if (entry.isEncrypted()) throw encrypted(file)
        const before = behind
        yield {
          name: entry.fileName,
          open: (offset) => openEntry(zip, entry, offset),
          share: () => Math.min(1, (before + entry.compressedSize / 2) / zip.fileSize),
        }
      }
      behind += entry.compressedSize
    }
  } finally {
    zip.close()
  }
}

const openZip = (file: string, path: string): Promise<ZipFile> =>
  openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
    // The file system's own errors have codes, those of the zip file have none.
    throw error instanceof Error && "code" in error ? pathFailure(file, error) : broken(file, error)
  })

async function openEntry(zip: ZipFile, entry: Entry, offset: number): Promise<ByteSource> {
  const packed = await zip.openReadStreamPromise(entry)
  const source = new ByteSource(/\.gz$/i.test(entry.fileName) ? unpacked(packed) : packed)
  await source.skip(offset)
  return source
}

function unpacked(packed: Readable): Readable {
  const unpacker = createGunzip()
  packed.on("error", (error) => unpacker.destroy(error))
  unpacker.on("close", () => packed.destroy())
  return packed.pipe(unpacker)
}

const broken = (where: string, cause: unknown): CounterclaimError =>
  new CounterclaimError({
    code: "input/archive-damaged",
    what: `it is no whole zip file (${messageOf(cause)})`,
    where,
    fix: "get the archive again from where it came",
    cause,
  })

const encrypted = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "input/archive-encrypted",
    what: "the archive is locked with a password",
    where,
    fix: "unlock it, and give the WARC files that are in it",
  })
