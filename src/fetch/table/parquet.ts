import * as zlib from "node:zlib"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import type { AsyncBuffer, Compressors, FileMetaData } from "hyparquet"
import type { TableKind } from "./row.ts"

/** Of unpacked columns, in bytes: what is read at a time. */
const SLICE = 64 * 1024 * 1024

/** Snappy comes with the library; Zstandard is in Node from 22.15 on. */
const compressors: Compressors = {
  GZIP: (input) => gunzipSync(input),
  BROTLI: (input) => brotliDecompressSync(input),
  ...("zstdDecompressSync" in zlib && {
    ZSTD: (input: Uint8Array) =>
      (zlib as unknown as { zstdDecompressSync(bytes: Uint8Array): Uint8Array }).zstdDecompressSync(input),
  }),
}

/** Apache Parquet, packed with Snappy, gzip or Brotli (Zstandard where Node has it) or not at all. */
export const parquet: TableKind = {
  async columns(path) {
    const { metadata, parquetSchema } = await opened(path)
    return parquetSchema(metadata).children.map(({ element }) => element.name)
  },
  async *rows(path, columns) {
    const { parquetReadObjects, ...table } = await opened(path)
    const total = Number(table.metadata.num_rows)
    for (const [rowStart, rowEnd] of slices(table.metadata, columns)) {
      const wanted = { columns: [...columns], rowStart, rowEnd }
      const rows = await parquetReadObjects({ ...table, ...wanted, compressors, useOffsetIndex: true })
      for (const [i, cells] of rows.entries())
        yield { line: rowStart + i + 1, share: (rowStart + i + 1) / total, cells }
    }
  },
}

async function opened(path: string) {
  const hyparquet = await import("hyparquet")
  const file: AsyncBuffer = await hyparquet.asyncBufferFromFile(path)
  return { ...hyparquet, file, metadata: await hyparquet.parquetMetadataAsync(file) }
}

/** Rows by row groups; a group whose columns are large is read in parts, so that memory stays flat. */
function* slices({ row_groups }: FileMetaData, columns: readonly string[]): Generator<[number, number]> {
  let begin = 0
  for (const group of row_groups) {
    const rows = Number(group.num_rows)
    const bytes = group.columns
      .flatMap(({ meta_data }) => meta_data ?? [])
      .filter(({ path_in_schema: [name = ""] }) => columns.includes(name))
      .reduce((sum, { total_uncompressed_size }) => sum + Number(total_uncompressed_size), 0)
    const step = Math.max(1, Math.ceil(rows / Math.max(1, Math.ceil(bytes / SLICE))))
    for (let at = 0; at < rows; at += step) yield [begin + at, begin + Math.min(rows, at + step)]
    begin += rows
  }
}
