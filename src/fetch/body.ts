import { pipeline, type Readable, Transform } from "node:stream"
import { constants, createBrotliDecompress, createUnzip } from "node:zlib"
import { CounterclaimError } from "../model/error.ts"
import { codeOf, messageOf } from "./failure.ts"

export type BodyCaps = Readonly<{
  /** Most bytes, as they come and unpacked. */
  maxBytes: number
  /** Most bytes unpacked for one that came. Counted from the first megabyte on: small pages may be anything. */
  maxRatio: number
}>

/** What compression is asked for, as the header `accept-encoding` says it. */
export const ACCEPTED_ENCODINGS = "gzip, br"

const RATIO_FROM = 1024 * 1024
/** A server that packs twice is broken or hostile; twice is let through, as proxies do it. */
const MAX_LAYERS = 2

/**
 * Read a response's body, unpacked as its `content-encoding` says. What is over a cap is stopped while it
 * comes: no more than the cap is ever held.
 * Throws `fetch/too-large`, `fetch/ratio`, `fetch/encoding` (unknown or damaged); else the stream's own error.
 */
export async function readBody(body: Readable, encoding: string, where: string, caps: BodyCaps): Promise<Uint8Array> {
  const came = { bytes: 0 }
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of unpacked(body, encoding, where, meter(came, where, caps))) {
      size += chunk.length
      if (size > caps.maxBytes) throw tooLarge(where, caps)
      if (size > RATIO_FROM && size > caps.maxRatio * came.bytes) throw tooDense(where, caps)
      chunks.push(chunk)
    }
  } catch (error) {
    // Servers say "gzip" of an empty body too.
    if (came.bytes === 0 && isUnpacking(error)) return new Uint8Array()
    throw isUnpacking(error) ? badEncoding(where, messageOf(error), error) : error
  } finally {
    body.destroy()
  }
  return Buffer.concat(chunks)
}

/** Counts what came. Empty gzip members could else come for ever and unpack to nothing. */
const meter = (came: { bytes: number }, where: string, caps: BodyCaps): Transform =>
  new Transform({
    transform(chunk: Uint8Array, _, done) {
      came.bytes += chunk.length
      if (came.bytes > caps.maxBytes) done(tooLarge(where, caps))
      else done(null, chunk)
    },
  })

function unpacked(body: Readable, encoding: string, where: string, first: Transform): AsyncIterable<Uint8Array> {
  const layers = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity")
  if (layers.length > MAX_LAYERS) throw badEncoding(where, `it is packed ${layers.length} times`)
  const streams = [first, ...layers.reverse().map((name) => unpacker(name, where))]
  // The last stream hands the error on to its reader; the callback only keeps it from being thrown twice.
  return pipeline([body, ...streams], () => {}) as unknown as Transform
}

function unpacker(name: string, where: string): Transform {
  if (["gzip", "x-gzip", "deflate"].includes(name)) return createUnzip()
  if (name === "br") return createBrotliDecompress({ params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 0 } })
  throw badEncoding(where, `"${name}" is not known`)
}

const isUnpacking = (error: unknown): boolean => /^(Z_|ERR_BROTLI|ERR__ERROR|BROTLI)/.test(codeOf(error))

const tooLarge = (where: string, { maxBytes }: BodyCaps): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/too-large",
    what: `it is larger than ${maxBytes} bytes`,
    where,
    fix: "give the page of one article, or raise the cap",
  })

const tooDense = (where: string, { maxRatio }: BodyCaps): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/ratio",
    what: `it unpacks to more than ${maxRatio} times of what came`,
    where,
    fix: "no page of text does: leave it out, or raise the cap",
  })

const badEncoding = (where: string, why: string, cause?: unknown): CounterclaimError =>
  new CounterclaimError({
    code: "fetch/encoding",
    what: `its compression cannot be undone: ${why}`,
    where,
    fix: "try again later; if it stays, save the page from a browser and give the file",
    cause,
  })
