import { gzipSync } from "node:zlib"

export type Made = Readonly<{
  url?: string
  date?: string
  type?: string
  status?: string
  headers?: readonly string[]
  body?: Buffer | string
  /** Said in the record instead of the true length. */
  length?: number
}>

const CRLF = "\r\n"

/** One record, with the two line ends after it. */
export function warcRecord({ url = "https://lamp.example/a", date, type = "response", length, ...http }: Made): Buffer {
  const { status = "200 OK", headers = ["Content-Type: text/html; charset=utf-8"], body = "" } = http
  const block = Buffer.concat([
    Buffer.from(`${[`HTTP/1.1 ${status}`, ...headers].join(CRLF)}${CRLF}${CRLF}`),
    Buffer.isBuffer(body) ? body : Buffer.from(body),
  ])
  const head = [
    "WARC/1.1",
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${date ?? "2031-03-12T08:10:00Z"}`,
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>`,
    "Content-Type: application/http;msgtype=response",
    `Content-Length: ${length ?? block.length}`,
  ]
  return Buffer.concat([Buffer.from(`${head.join(CRLF)}${CRLF}${CRLF}`), block, Buffer.from(CRLF + CRLF)])
}

/** As archives are made: one member of gzip a record. */
export const gzipped = (records: readonly Buffer[]): Buffer => Buffer.concat(records.map((record) => gzipSync(record)))

/** A body in chunked transfer, in pieces of a few bytes. */
export function chunked(body: Buffer, size = 7): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; at += size) {
    const piece = body.subarray(at, at + size)
    parts.push(Buffer.from(`${piece.length.toString(16)}${CRLF}`), piece, Buffer.from(CRLF))
  }
  return Buffer.concat([...parts, Buffer.from(`0${CRLF}${CRLF}`)])
}
