import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { pipeline } from "node:stream"
import { type Info, parse } from "csv-parse"
import type { Row, TableKind } from "./row.ts"

/** No row is that long: a quotation mark was left open. */
const LONGEST_ROW = 64 * 1024 * 1024

type Parsed = Readonly<{ record: string[]; info: Info }>

/** Comma- or tab-separated values (RFC 4180) in UTF-8, the names of the columns in the first row. */
export function delimited(delimiter: "," | "\t"): TableKind {
  return {
    async columns(path) {
      for await (const { record } of records(path, delimiter)) return record
      return []
    },
    async *rows(path) {
      let columns: string[] | null = null
      let line = 1
      for await (const { record, info, share } of records(path, delimiter)) {
        if (columns) yield { line, share, cells: toCells(columns, record) }
        columns ??= record
        line = info.lines + 1
      }
    },
  }
}

async function* records(path: string, delimiter: string): AsyncGenerator<Parsed & { share: number }> {
  const { size } = await stat(path)
  const file = createReadStream(path, { highWaterMark: 256 * 1024 })
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    relax_quotes: true,
    // Tab-separated files have no quoting of their own; spreadsheets quote all the same.
    quote: '"',
  })
  try {
    const parsed: AsyncIterable<Parsed> = pipeline(file, parser, () => {})
    for await (const one of parsed)
      if (one.record.length > 1 || one.record[0] !== "") yield { ...one, share: file.bytesRead / size }
  } finally {
    file.destroy()
  }
}

function toCells(columns: readonly string[], record: readonly string[]): Row["cells"] {
  if (record.length > columns.length) return `it has ${record.length} cells for ${columns.length} columns`
  return Object.fromEntries(columns.map((column, i) => [column, record[i]]))
}
