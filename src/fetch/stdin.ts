import { type Snapshot, toSnapshot } from "../model/snapshot.ts"
import { pathFailure } from "./failure.ts"
import { MAX_INPUT_BYTES, tooLarge } from "./file.ts"

/**
 * Read standard input to its end; no bytes when it was empty.
 * Throws `input/too-large` as soon as more than 64 MB came, `input/unreadable` when it broke.
 */
export async function readStdin(stdin: NodeJS.ReadableStream, now: () => Date): Promise<Snapshot> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stdin) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk
      chunks.push(bytes)
      size += bytes.length
      if (size > MAX_INPUT_BYTES) throw tooLarge("-")
    }
  } catch (error) {
    throw pathFailure("-", error)
  }
  return toSnapshot({ bytes: Buffer.concat(chunks), url: null, headers: {}, fetched: now().toISOString() })
}
