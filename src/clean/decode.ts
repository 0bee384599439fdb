import { Buffer, isAscii, isUtf8 } from "node:buffer"
import { CounterclaimError } from "../model/error.ts"
import type { Snapshot } from "../model/snapshot.ts"
import { decodeWindows1252 } from "../model/windows-1252.ts"
import type { PageSource } from "./page-source.ts"

/** Characters of decoded text: an article of 8 million characters is a mistake, and memory is not endless. */
const MOST_CHARACTERS = 8_000_000
/** How far into a page its own charset is looked for, as browsers do. */
const HEAD_BYTES = 4096
/** A text with more broken bytes than one in so many characters is taken to be no UTF-8 at all. */
const ONE_BROKEN_IN = 100

const META = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i
/** How a page begins that nobody takes for anything else. */
const DOCUMENT = /^\s*<(?:!doctype\s+html|html)[\s>]/i
const HEADER = /charset\s*=\s*["']?\s*([\w.:-]+)/i

/** First bytes of files that are no text. */
const MAGIC: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF file"],
  ["PK\u0003\u0004", "a zip archive or office document"],
  ["\u0089PNG", "a PNG image"],
  ["\u00ff\u00d8\u00ff", "a JPEG image"],
  ["GIF8", "a GIF image"],
  ["RIFF", "a media file"],
  ["\u001f\u008b", "compressed with gzip"],
  ["7z\u00bc\u00af", "a 7z archive"],
  ["Rar!", "a RAR archive"],
  ["\u007fELF", "a program"],
  ["\u00d0\u00cf\u0011\u00e0", "an old office document"],
  ["SQLite format 3", "a database"],
  ["wOF", "a font"],
  ["\u00fd7zXZ", "compressed with xz"],
]

/**
 * The snapshot's characters, line ends and a byte order mark (U+FEFF) kept. The encoding is that of the
 * byte order mark; else the header's or the page's own, unless the bytes are sound UTF-8; else UTF-8 when
 * the bytes are that but for a few (those become U+FFFD); else Windows-1252.
 * Throws `input/empty`, `input/binary` and `input/too-large`, naming `where`.
 */
export function decode(snapshot: Snapshot, where: string): string {
  return decodePage(snapshot, where, false).html
}

/** `decode`; a page in sound UTF-8 is left as its bytes where `mayBeBytes`. Throws the same. */
export function decodePage(snapshot: Snapshot, where: string, mayBeBytes: boolean): PageSource {
  const { bytes } = snapshot
  const wide = wideEncoding(bytes)
  if (!wide) rejectBinary(bytes, where)
  const named = wide ?? labelled(snapshot) ?? "utf-8"
  if (bytes.length > MOST_CHARACTERS * 4) throw tooLarge(where)
  if (mayBeBytes && bytes.length <= MOST_CHARACTERS && isUtf8Page(named, bytes))
    return { html: view(bytes).toString("latin1"), isBytes: true }
  const text = named === "utf-8" ? decodeUtf8(bytes) : decodeAs(named, bytes)
  if (text.length > MOST_CHARACTERS) throw tooLarge(where)
  if (!/[^\s]/.test(text)) {
    throw new CounterclaimError({
      code: "input/empty",
      what: "there is no text in it",
      where,
      fix: "give a file with text",
    })
  }
  return { html: text, isBytes: false }
}

/** Whether the bytes of a page are what UTF-8 is, whatever label it kept from before it was saved as that. */
function isUtf8Page(named: string, bytes: Uint8Array): boolean {
  if (!DOCUMENT.test(view(bytes.subarray(0, HEAD_BYTES)).toString("latin1"))) return false
  if (named === "utf-8") return isUtf8(bytes)
  // In some encodings ASCII stands for other letters.
  return !named.startsWith("utf-16") && (named === "windows-1252" || !isAscii(bytes)) && isUtf8(bytes)
}

/** UTF-16 by its byte order mark, or by every other byte of the beginning being 0. */
function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  const pairs = Math.min(bytes.length, 2000) >> 1
  if (pairs < 2) return null
  let first = 0
  let second = 0
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) first++
    if (bytes[2 * i + 1] === 0) second++
  }
  if (second >= pairs * 0.7 && first < pairs * 0.05) return "utf-16le"
  return first >= pairs * 0.7 && second < pairs * 0.05 ? "utf-16be" : null
}

function rejectBinary(bytes: Uint8Array, where: string): void {
  const beginning = String.fromCharCode(...bytes.subarray(0, 16))
  const known = MAGIC.find(([magic]) => beginning.startsWith(magic))
  const zeros = countZeros(bytes.subarray(0, 100_000))
  // One stray NUL may stand in an article; a binary file has many.
  const many = zeros > 3 && zeros * 1000 > Math.min(bytes.length, 100_000)
  if (!known && !many) return
  const what = known ? `it is ${known[1]}, not text` : "it is not text"
  throw new CounterclaimError({ code: "input/binary", what, where, fix: "give a text or HTML file" })
}

function countZeros(bytes: Uint8Array): number {
  let zeros = 0
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) zeros++
  return zeros
}

function labelled({ bytes, headers }: Snapshot): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8"
  const head = view(bytes.subarray(0, HEAD_BYTES)).toString("latin1")
  for (const label of [HEADER.exec(headers["content-type"] ?? "")?.[1], META.exec(head)?.[1]]) {
    const encoding = label && encodingOf(label)
    // A page whose ASCII letters could be read is not UTF-16, whatever it says.
    if (encoding && encoding !== "utf-8" && !encoding.startsWith("utf-16")) return encoding
    if (encoding) return "utf-8"
  }
  return null
}

function encodingOf(label: string): string | null {
  if (/^utf-?8$/i.test(label)) return "utf-8"
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

/** Pages that were saved as UTF-8 still name their old encoding; bytes that are sound UTF-8 beyond ASCII are that. */
function decodeAs(encoding: string, bytes: Uint8Array): string {
  if (encoding === "windows-1252" && isAscii(bytes)) return view(bytes).toString("latin1")
  const hasLead = !encoding.startsWith("utf-16") && !isAscii(bytes)
  const sound = hasLead ? soundUtf8(bytes) : null
  if (sound !== null) return sound
  if (encoding === "windows-1252") return decodeWindows1252(bytes)
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

/** ASCII becomes a string of one byte a character, which is read faster. */
function soundUtf8(bytes: Uint8Array): string | null {
  if (isAscii(bytes)) return view(bytes).toString("latin1")
  return isUtf8(bytes) ? view(bytes).toString("utf8") : null
}

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function decodeUtf8(bytes: Uint8Array): string {
  const sound = soundUtf8(bytes)
  if (sound !== null) return sound
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)
  const broken = count(text, "\uFFFD")
  // What is sound beyond ASCII speaks for UTF-8, what is broken against it.
  const foreign = bytes.reduce((sum, byte) => sum + (byte >= 0xc2 && byte < 0xf5 ? 1 : 0), 0)
  const few = broken * ONE_BROKEN_IN <= text.length && broken * 4 <= foreign
  return few ? text : decodeWindows1252(bytes)
}

function count(text: string, mark: string): number {
  let found = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found++
  return found
}

const tooLarge = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "input/too-large",
    what: `it has more than ${MOST_CHARACTERS / 1e6} million characters`,
    where,
    fix: "split it into articles",
  })
