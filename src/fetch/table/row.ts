/** One row as it stands in a table. */
export type Row = Readonly<{
  /** Its line in the file; in a Parquet file its number. From 1. */
  line: number
  /** How much of the table lies behind, 0 to 1. */
  share: number
  /** By the names of the columns; a string says why the row cannot be read. */
  cells: Readonly<Record<string, unknown>> | string
}>

/** A kind of table. */
export type TableKind = Readonly<{
  /** The names of its columns. Rejects with what reading rejects with. */
  columns(path: string): Promise<readonly string[]>
  /** In order. Only the named columns need be there. Rejects when the file cannot be read on. */
  rows(path: string, columns: readonly string[]): AsyncGenerator<Row>
}>
