import type { Stats } from "node:fs"
import { stat } from "node:fs/promises"
import { Readable } from "node:stream"
import { CounterclaimError } from "../../model/error.ts"
import { type Snapshot, toSnapshot } from "../../model/snapshot.ts"
import { readBody } from "../body.ts"
import type { ByteSource } from "../byte-source.ts"
import { messageOf, pathFailure } from "../failure.ts"
import { refuseNoFile } from "../file.ts"
import type { Input, InputFailure } from "../inputs.ts"
import { headerOf, keptHeaders } from "../response.ts"
import { archivesInZip } from "./archives-in-zip.ts"
import { type HttpResponse, parseHttpResponse, withoutChunks } from "./http-response.ts"
import { readRecords, type WarcDamage, type WarcHeaders, type WarcRecord } from "./records.ts"
import { isGzip, unpackFile } from "./unpack-file.ts"

/** A page may be as large as one that is fetched. */
const MAX_PAGE = 20 * 1024 * 1024
const CAPS = { maxBytes: MAX_PAGE, maxRatio: 200 }
/** Room for the head of the response. */
const MAX_BLOCK = MAX_PAGE + 64 * 1024

type Archive = Readonly<{ file: string; place: string; now: () => Date }>

/** How the bytes of a WARC file are read from an unpacked offset on. */
type Open = (offset: number) => Promise<ByteSource>

export const isArchive = (file: string): boolean => /\.(?:warc(?:\.gz)?|wacz)$/i.test(file)

/**
 * The pages of a WARC or WACZ file, in order: answers of web servers with status 2xx that are HTML or plain text.
 * All other records are passed over. What is damaged or too large stands in its place as a failure. An
 * input's `file` is the archive's name, "#" and the record's offset in unpacked bytes; in a WACZ file, with the name
 * of the WARC file between them. Does not throw.
 */
export async function* archivePages(archive: Archive): AsyncGenerator<Input | InputFailure> {
  const { file, place } = archive
  let found = 0
  try {
    const stats: Stats = await stat(place)
    refuseNoFile(file, stats)
    const pages = /\.wacz$/i.test(file) ? waczPages(archive) : warcPages(archive, stats)
    for await (const input of pages) {
      found++
      yield input
    }
    if (found === 0) yield { file, error: noPages(file) }
  } catch (error) {
    yield { file, error: isUnpacking(error) ? notUnpacked(file, error) : pathFailure(file, error) }
  }
}

async function* warcPages(archive: Archive, { size }: Stats): AsyncGenerator<Input | InputFailure> {
  const { place } = archive
  const gzip = await isGzip(place)
  let read = 0
  const open: Open = (offset) => unpackFile(place, { gzip, offset, onRead: (bytes) => (read = bytes) })
  for await (const input of pagesIn(archive, open)) yield { ...input, share: size > 0 ? read / size : 1 }
}

/** A WACZ file is a zip of WARC files; each is read on its way out, and nothing is unpacked to disk. */
async function* waczPages({ file, place, now }: Archive): AsyncGenerator<Input | InputFailure> {
  for await (const { name, open, share } of archivesInZip(file, place)) {
    const inside = { file: `${file}#${name}`, place: `${place}#${name}`, now }
    try {
      for await (const input of pagesIn(inside, open)) yield { ...input, share: share() }
    } catch (error) {
      yield { file: inside.file, error: notUnpacked(inside.file, error), share: share() }
    }
  }
}

async function* pagesIn(archive: Archive, open: Open): AsyncGenerator<Input | InputFailure> {
  for await (const record of readRecords({ open, wants: isHttpResponse, maxBlock: MAX_BLOCK })) {
    const input = "damage" in record ? damaged(archive.file, record) : page(record, archive)
    if (input) yield input
  }
}

const isHttpResponse = (headers: WarcHeaders): boolean =>
  headers.get("warc-type") === "response" && /^https?:/i.test(targetOf(headers))

/** Version 1.0 of the standard put the address between angle brackets. */
const targetOf = (headers: WarcHeaders): string => (headers.get("warc-target-uri") ?? "").replace(/^<(.*)>$/, "$1")

function page(record: WarcRecord, { file, place, now }: Archive): Input | InputFailure | null {
  const response = parseHttpResponse(record.block)
  if (!response || !isPage(response) || isRobots(targetOf(record.headers))) return null
  const name = `${file}#${record.offset}`
  if (record.length > MAX_BLOCK) return { file: name, error: tooLarge(name, record) }
  return {
    file: name,
    place: `${place}#${record.offset}`,
    part: true,
    dated: true,
    read: () => toPage(record.headers, response, { file: name, now }),
  }
}

const isPage = ({ status, headers }: HttpResponse): boolean =>
  status >= 200 &&
  status < 300 &&
  /^(?:text\/(?:html|plain)|application\/xhtml\+xml)\b/i.test(headerOf(headers, "content-type"))

const isRobots = (url: string): boolean => /^https?:\/\/[^/]+\/robots\.txt$/i.test(url)

async function toPage(
  record: WarcHeaders,
  { headers, body }: HttpResponse,
  { file, now }: Omit<Archive, "place">,
): Promise<Snapshot> {
  const chunked = /\bchunked\b/i.test(headerOf(headers, "transfer-encoding"))
  const bytes = await unpackBody(chunked ? withoutChunks(body) : body, headerOf(headers, "content-encoding"), file)
  return toSnapshot({
    // A copy: the body is a view into a chunk of the archive, which must not live as long as the page.
    bytes: new Uint8Array(bytes),
    url: targetOf(record),
    headers: keptHeaders(headers),
    fetched: dateOf(record.get("warc-date"), now).toISOString(),
  })
}

/** As with chunks, many crawlers unpack the body and leave the header. */
async function unpackBody(body: Buffer, encoding: string, file: string): Promise<Uint8Array> {
  if (encoding === "" || /^identity$/i.test(encoding)) return body
  if (/^(?:x-)?gzip$/i.test(encoding) && !(body[0] === 0x1f && body[1] === 0x8b)) return body
  return readBody(Readable.from([body], { objectMode: false }), encoding, file, CAPS)
}

function dateOf(text: string | undefined, now: () => Date): Date {
  const date = new Date(text ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? now() : date
}

const isUnpacking = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^Z_/.test(String(error.code))

const damaged = (file: string, { offset, damage }: WarcDamage): InputFailure => ({
  file: `${file}#${offset}`,
  error: new CounterclaimError({
    code: "input/archive-damaged",
    what: damage,
    where: `${file}#${offset}`,
    fix: "get the archive again from where it came, or do without this record",
  }),
})

const notUnpacked = (file: string, cause: unknown): CounterclaimError =>
  new CounterclaimError({
    code: "input/archive-damaged",
    what: `its compression cannot be undone from some place on (${messageOf(cause)})`,
    where: file,
    fix: "get the archive again from where it came; what stands before that place was read",
    cause,
  })

const tooLarge = (where: string, { headers, length }: WarcRecord): CounterclaimError =>
  new CounterclaimError({
    code: "input/page-too-large",
    what: `the page ${targetOf(headers)} has ${length} bytes, more than ${MAX_PAGE / 1024 ** 2} MB`,
    where,
    fix: "no article is that long: leave it out",
  })

const noPages = (where: string): CounterclaimError =>
  new CounterclaimError({
    code: "input/no-pages",
    what: "no page (an answer 2xx with HTML or plain text) is in this archive",
    where,
    fix: "give an archive of pages, not of indexes, pictures or extracted texts",
  })
