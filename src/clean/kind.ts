import type { Snapshot } from "../model/snapshot.ts"

const HTML_TYPE = /^\s*(?:text\/html|application\/xhtml\+xml)/i
const PLAIN_TYPE = /^\s*text\/(?:plain|markdown)/i
const HTML_NAME = /\.(?:x?html?|shtml|php|aspx?)$/i
const PLAIN_NAME = /\.(?:txt|text|md)$/i
// A comment ends at its first end: were there a choice, many comments would take for ever.
const DOCUMENT =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i
const TAG = /<(?:p|div|br|a|span|h[1-6]|li|ul|table|article|section|img|meta|script)\b[^<>]*>/gi
const FIRST = 20_000

/** Whether the snapshot's text is HTML: its beginning says so, else its content type, else its tags or its name. */
export function isHtml(text: string, { headers }: Snapshot, file: string): boolean {
  const head = text.slice(0, FIRST).replace(/^\uFEFF/, "")
  if (DOCUMENT.test(head)) return true
  const type = headers["content-type"] ?? ""
  if (HTML_TYPE.test(type)) return true
  const tags = (head.match(TAG) ?? []).length
  if (PLAIN_TYPE.test(type) || PLAIN_NAME.test(file)) return tags >= 20 && tags * 200 > head.length
  return HTML_NAME.test(file) || (tags >= 3 && head.includes("</"))
}
