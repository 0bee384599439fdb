import { CounterclaimError } from "../../model/error.ts"

/** What a row can tell of a document. */
export const ROW_FIELDS = ["text", "title", "publisher", "published", "url", "ref"] as const
export type RowField = (typeof ROW_FIELDS)[number]

/** Which column of a table holds what; only `text` must be there. */
export type ColumnMap = Readonly<Partial<Record<RowField, string>> & { text: string }>

const isField = (name: string): name is RowField => (ROW_FIELDS as readonly string[]).includes(name)

/**
 * Parse "text=body,published=date". The last `=` pair that names a field begins a new one, so that
 * columns may hold commas. Throws `table/map`.
 */
export function parseColumnMap(given: string): ColumnMap {
  const map: Partial<Record<RowField, string>> = {}
  for (const part of given.split(new RegExp(`,(?=\\s*(?:${ROW_FIELDS.join("|")})\\s*=)`))) {
    const at = part.indexOf("=")
    const field = part.slice(0, at).trim()
    const column = part.slice(at + 1).trim()
    if (at < 0 || !isField(field)) throw badMap(given, `"${part.trim()}" is not FIELD=COLUMN`)
    if (column === "" || map[field] !== undefined) throw badMap(given, `"${field}" needs one column`)
    map[field] = column
  }
  const { text } = map
  if (text === undefined) throw badMap(given, "it does not say which column holds the text")
  return { ...map, text }
}

const badMap = (where: string, what: string): CounterclaimError =>
  new CounterclaimError({
    code: "table/map",
    what,
    where,
    fix: `write text=COLUMN and, by commas, any of ${ROW_FIELDS.slice(1).join(", ")}`,
  })

/** Throws `table/no-map` without a map, `table/unknown-column` when it names a column that the table does not have. */
export function checkColumns(file: string, columns: readonly string[], map: ColumnMap | undefined): asserts map {
  const there = columns.length > 0 ? columns.join(", ") : "none"
  if (!map)
    throw new CounterclaimError({
      code: "table/no-map",
      what: `nobody said which column holds what; its columns: ${there}`,
      where: file,
      fix: `add --map text=COLUMN and, by commas, any of ${ROW_FIELDS.slice(1).join(", ")}`,
    })
  const missing = Object.values(map).filter((column) => !columns.includes(column))
  if (missing.length > 0)
    throw new CounterclaimError({
      code: "table/unknown-column",
      what: `it has no column ${missing.map((column) => `"${column}"`).join(", ")}; its columns: ${there}`,
      where: file,
      fix: "name columns that it has in --map",
    })
}
