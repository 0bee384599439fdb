import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import { pipeline } from "node:stream"
import { constants, createGunzip } from "node:zlib"
import { ByteSource } from "../byte-source.ts"

/** Measured: larger ones bring nothing, at 64 KB it takes a third longer. */
const CHUNK = 512 * 1024

/** Whether a file is packed with gzip, whatever its name says. Rejects with the file system's own error. */
export async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await handle.close()
  }
}

/**
 * A file's bytes from an offset on, unpacked when it is packed with gzip, in any number of members; the
 * offset counts unpacked bytes. A file that is cut off ends where it is cut. `onRead` is told how many
 * bytes of the file itself were read. Rejects with the error of the file system or of zlib.
 */
export async function unpackFile(
  path: string,
  { gzip, offset, onRead }: { gzip: boolean; offset: number; onRead?: (bytes: number) => void },
): Promise<ByteSource> {
  const file = createReadStream(path, { highWaterMark: CHUNK, start: gzip ? 0 : offset })
  if (onRead) file.on("data", () => onRead((gzip ? 0 : offset) + file.bytesRead))
  file.pause()
  if (!gzip) return at(new ByteSource(file), offset)
  const unpacker = createGunzip({ chunkSize: CHUNK, finishFlush: constants.Z_SYNC_FLUSH })
  // The last stream hands the error on to its reader; the callback only keeps it from being thrown twice.
  const source = new ByteSource(pipeline(file, unpacker, () => {}))
  await source.skip(offset)
  return source
}

function at(source: ByteSource, offset: number): ByteSource {
  source.offset = offset
  return source
}
