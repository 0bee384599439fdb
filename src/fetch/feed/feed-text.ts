import type { Snapshot } from "../../model/snapshot.ts"
import { decodeWindows1252 } from "../../model/windows-1252.ts"

const DECLARED = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/
const HEADER = /charset\s*=\s*["']?\s*([\w.:-]+)/i

/**
 * The characters of a feed, without a byte order mark: in the encoding of that mark, else of the header,
 * else of the XML declaration, else in UTF-8. Does not throw: an unknown encoding is read as UTF-8.
 */
export function feedText({ bytes, headers }: Snapshot): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 300))
  const named = markedEncoding(bytes) ?? HEADER.exec(headers["content-type"] ?? "")?.[1] ?? DECLARED.exec(head)?.[1]
  const found = decoder(named ?? "utf-8")
  return found.encoding === "windows-1252" ? decodeWindows1252(bytes) : found.decode(bytes)
}

function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return "utf-16le"
  if (first === 0xfe && second === 0xff) return "utf-16be"
  return first === 0xef && second === 0xbb && third === 0xbf ? "utf-8" : null
}

function decoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}
