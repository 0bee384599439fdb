import type { ByteSource } from "../byte-source.ts"

export type WarcHeaders = ReadonlyMap<string, string>

/** One record that was asked for. Offsets count unpacked bytes. */
export type WarcRecord = Readonly<{
  offset: number
  /** Names in lower case. */
  headers: WarcHeaders
  /** As the record says. */
  length: number
  /** All of the block; of a block longer than the cap only the beginning. */
  block: Buffer
}>

/** A record that is not what it says, or is cut off. */
export type WarcDamage = Readonly<{ offset: number; damage: string }>

export type RecordOptions = Readonly<{
  /** Begin reading at an offset of unpacked bytes. */
  open: (offset: number) => Promise<ByteSource>
  /** Whether a record's block is wanted at all: others are passed over. */
  wants: (headers: WarcHeaders) => boolean
  /** Blocks longer than this are not held. */
  maxBlock: number
}>

const HEAD_END = Buffer.from("\r\n\r\n")
const LONGEST_HEAD = 64 * 1024
/** Of a block that is too long: enough for the head of an HTTP response. */
const BEGINNING = 64 * 1024
/** How far the next record is looked for after damage; what is longer is no archive any more. */
const LONGEST_SEARCH = 1024 ** 3
/** A record that says more lies, or nobody can wait for its end. */
const LONGEST_RECORD = 64 * 1024 ** 3
/** How often it is gone back into an archive for a record whose length is wrong. */
const MAX_RETURNS = 50
const NEXT_RECORD = Buffer.from("\nWARC/1.")

type Head = Readonly<{ headers: WarcHeaders; length: number }>

/**
 * The wanted records of a WARC file (ISO 28500), in order, and the damage between them. The length that a
 * record gives is believed only when another record, or the end, follows it; else the next record is
 * looked for from the beginning of the block on. Memory: `maxBlock` and a chunk.
 * Rejects with what reading rejects with.
 */
export async function* readRecords(options: RecordOptions): AsyncGenerator<WarcRecord | WarcDamage> {
  let source = await options.open(0)
  try {
    for (let returns = 0; await skipBlank(source); ) {
      const { offset } = source
      const head = await readHead(source)
      if (!head) {
        yield { offset, damage: offset === 0 ? "it does not begin with a WARC record" : "no record begins here" }
        if (!(await findRecord(source))) return
        continue
      }
      const begin = source.offset
      const { record, sound } = await readBlock(source, { offset, ...head }, options)
      if (sound) {
        if (record) yield record
        continue
      }
      const ended = (await source.peek(1)).length === 0
      yield {
        offset,
        damage: ended ? "the archive ends within this record" : "this record has another length than it says",
      }
      if (++returns > MAX_RETURNS) {
        yield { offset, damage: `more than ${MAX_RETURNS} records are not as long as they say; the rest is not read` }
        return
      }
      await source.close()
      source = await options.open(begin)
      if (!(await findRecord(source))) return
    }
  } finally {
    await source.close()
  }
}

/** False at the end. */
async function skipBlank(source: ByteSource): Promise<boolean> {
  for (;;) {
    const [next] = await source.peek(1)
    if (next === undefined) return false
    if (next !== 13 && next !== 10) return true
    await source.skip(1)
  }
}

async function readHead(source: ByteSource): Promise<Head | null> {
  if ((await source.peek(5)).toString("latin1") !== "WARC/") return null
  const head = await source.through(HEAD_END, LONGEST_HEAD)
  return head && parseHead(head.toString())
}

function parseHead(head: string): Head | null {
  const [version = "", ...lines] = head.split("\r\n")
  if (!/^WARC\/\d+\.\d+$/.test(version)) return null
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(":")
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
  }
  const length = headers.get("content-length") ?? ""
  if (!headers.has("warc-type") || !/^\d+$/.test(length)) return null
  return { headers, length: Number(length) }
}

type Read = Readonly<{ record: WarcRecord | null; sound: boolean }>

async function readBlock(
  source: ByteSource,
  head: Head & { offset: number },
  { wants, maxBlock }: RecordOptions,
): Promise<Read> {
  const { length } = head
  if (length > LONGEST_RECORD) return { record: null, sound: false }
  const wanted = wants(head.headers)
  const block = wanted ? await source.take(length <= maxBlock ? length : BEGINNING) : null
  const rest = length - (block?.length ?? 0)
  const whole = (await source.skip(rest)) === rest
  return { record: block && { ...head, block }, sound: whole && (await isFollowed(source)) }
}

async function isFollowed(source: ByteSource): Promise<boolean> {
  return !(await skipBlank(source)) || (await source.peek(5)).toString("latin1") === "WARC/"
}

/** To the next place where a record may begin. */
async function findRecord(source: ByteSource): Promise<boolean> {
  if (!(await source.skipTo(NEXT_RECORD, LONGEST_SEARCH))) return false
  await source.skip(1)
  return true
}
