import { Buffer } from "node:buffer"
import { type Snapshot, toSnapshot } from "../../model/snapshot.ts"
import { readInputFile } from "../file.ts"

/** Files that hold an article in a form of their own. */
export const DOCUMENT_ENDINGS: ReadonlySet<string> = new Set([".eml", ".pdf"])

/**
 * Read one file of any kind. Of a mail and of a PDF file the snapshot is the article that was taken out of it, as HTML or
 * plain text, so that its bytes can be read again by every later reader. Throws what `readInputFile` throws, `input/mail-…`
 * and `input/pdf-…`.
 */
export async function readDocument(file: string, path: string, now: () => Date): Promise<Snapshot> {
  const snapshot = await readInputFile(file, path, now)
  const content = await contentOf(snapshot.bytes, file)
  if (content === null) return snapshot
  const { text, type } = content
  return toSnapshot({ ...snapshot, bytes: Buffer.from(text), headers: { "content-type": `${type}; charset=utf-8` } })
}

/** What a document holds; `type`: the media type of its text. */
export type DocumentContent = Readonly<{ text: string; type: "text/html" | "text/plain" }>

/** Null when it is neither a mail nor a PDF file. The libraries are loaded only when they are needed. */
async function contentOf(bytes: Uint8Array, file: string): Promise<DocumentContent | null> {
  if (/^%PDF-/.test(Buffer.from(bytes.subarray(0, 8)).toString("latin1"))) {
    const { readPdf } = await import("./pdf.ts")
    return readPdf(bytes, file)
  }
  if (!/\.eml$/i.test(file)) return null
  const { readMail } = await import("./mail.ts")
  return readMail(bytes, file)
}
