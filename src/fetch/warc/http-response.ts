import type { RawHeaders } from "../response.ts"

/** An HTTP response as it went over the wire. */
export type HttpResponse = Readonly<{ status: number; headers: RawHeaders; body: Buffer }>

/** Null when the block does not begin as a response does. */
export function parseHttpResponse(block: Buffer): HttpResponse | null {
  const end = headEnd(block)
  const lines = block.toString("latin1", 0, end.head).split(/\r?\n/)
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})/.exec(lines[0] ?? "")?.[1]
  if (!status) return null
  return { status: Number(status), headers: parseHeaders(lines.slice(1)), body: block.subarray(end.body) }
}

/** Some archives end their lines with a line feed alone. */
function headEnd(block: Buffer): { head: number; body: number } {
  const strict = block.indexOf("\r\n\r\n")
  const loose = block.subarray(0, strict < 0 ? block.length : strict).indexOf("\n\n")
  if (loose >= 0) return { head: loose, body: loose + 2 }
  return strict >= 0 ? { head: strict, body: strict + 4 } : { head: block.length, body: block.length }
}

function parseHeaders(lines: readonly string[]): RawHeaders {
  const headers: Record<string, string[]> = Object.create(null)
  for (const line of lines) {
    const colon = line.indexOf(":")
    if (colon <= 0) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    headers[name] = [...(headers[name] ?? []), line.slice(colon + 1).trim()]
  }
  return headers
}

/**
 * The body without the frames of chunked transfer; a body cut off gives what there is. Many crawlers take
 * the frames off and leave the header: a body that does not begin with a frame is given as it is.
 */
export function withoutChunks(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf("\r\n", at)
    // 16 digits say more than any body holds; extensions after ";" may follow.
    const size = lineEnd < 0 ? null : /^([0-9a-f]{1,16})[ \t]*(?:;|$)/i.exec(body.toString("latin1", at, lineEnd))?.[1]
    if (!size) return parts.length === 0 ? body : Buffer.concat(parts)
    const length = Number.parseInt(size, 16)
    if (length === 0) break
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + length))
    at = lineEnd + 2 + length + 2
  }
  return Buffer.concat(parts)
}
