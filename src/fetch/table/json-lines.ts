import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { ByteSource } from "../byte-source.ts"
import type { Row, TableKind } from "./row.ts"

/** A line that is longer is passed over. */
const LONGEST_LINE = 64 * 1024 * 1024
/** Columns are those of so many first lines. */
const LOOKED_AT = 100
const LINE_END = Buffer.from("\n")

/** JSON Lines in UTF-8: an object a line, its keys the columns. */
export const jsonLines: TableKind = {
  async columns(path) {
    const names = new Set<string>()
    let looked = 0
    for await (const { cells } of rows(path)) {
      if (typeof cells !== "string") for (const name of Object.keys(cells)) names.add(name)
      if (++looked === LOOKED_AT) break
    }
    return [...names]
  },
  rows,
}

async function* rows(path: string): AsyncGenerator<Row> {
  const { size } = await stat(path)
  const source = new ByteSource(createReadStream(path, { highWaterMark: 256 * 1024 }))
  try {
    for (let line = 1; (await source.peek(1)).length > 0; line++) {
      const cells = await nextCells(source)
      if (cells !== null) yield { line, share: source.offset / size, cells }
    }
  } finally {
    await source.close()
  }
}

/** Null for an empty line. */
async function nextCells(source: ByteSource): Promise<Row["cells"] | null> {
  const bytes = (await source.through(LINE_END, LONGEST_LINE)) ?? (await lastLine(source))
  if (!bytes) return `the line is longer than ${LONGEST_LINE / 1024 ** 2} MB`
  const text = bytes
    .toString()
    .replace(/^\uFEFF/, "")
    .trim()
  if (text === "") return null
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Row["cells"]
  } catch {
    // Said below.
  }
  return "the line is no JSON object"
}

/** What stands after the last line end; null, passed over, when it is a line too long. */
async function lastLine(source: ByteSource): Promise<Buffer | null> {
  const rest = await source.peek(LONGEST_LINE + 1)
  if (rest.length <= LONGEST_LINE) return source.take(rest.length)
  await source.skipTo(LINE_END, Number.POSITIVE_INFINITY)
  await source.skip(1)
  return null
}
