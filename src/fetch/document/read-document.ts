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
  return takeArticle(await readInputFile(file, path, now), file)
}

/**
 * Of a mail and of a PDF file, also of one that came from an address, a snapshot of the article in it; of all others the
 * same snapshot. `where` is named in errors. Throws `input/mail-…` and `input/pdf-…`.
 */
export async function takeArticle(snapshot: Snapshot, where: string): Promise<Snapshot> {
  const content = await contentOf(snapshot, where)
  if (content === null) return snapshot
  const { text, type } = content
  const headers = { ...snapshot.headers, "content-type": `${type}; charset=utf-8` }
  return toSnapshot({ ...snapshot, bytes: Buffer.from(text), headers })
}

/** What a document holds; `type`: the media type of its text. */
export type DocumentContent = Readonly<{ text: string; type: "text/html" | "text/plain" }>

/** Null when it is neither a mail nor a PDF file. The libraries are loaded only when they are needed. */
async function contentOf({ bytes, headers }: Snapshot, where: string): Promise<DocumentContent | null> {
  if (/^%PDF-/.test(Buffer.from(bytes.subarray(0, 8)).toString("latin1"))) {
    const { readPdf } = await import("./pdf.ts")
    return readPdf(bytes, where)
  }
  const type = headers["content-type"] ?? ""
  if (type === "" ? !/\.eml$/i.test(where) : !/^message\/rfc822\b/i.test(type)) return null
  const { readMail } = await import("./mail.ts")
  return readMail(bytes, where)
}
