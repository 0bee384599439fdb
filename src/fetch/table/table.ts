import { stat } from "node:fs/promises"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { type PublishedDate, parseDate } from "../../model/date.ts"
import type { Reading } from "../../model/document.ts"
import { CounterclaimError } from "../../model/error.ts"
import { toSnapshot } from "../../model/snapshot.ts"
import { codeOf, messageOf, pathFailure } from "../failure.ts"
import { refuseNoFile } from "../file.ts"
import type { Input, InputFailure } from "../inputs.ts"
import { type ColumnMap, checkColumns, type RowField } from "./column-map.ts"
import { delimited } from "./delimited.ts"
import { jsonLines } from "./json-lines.ts"
import { parquet } from "./parquet.ts"
import type { Row, TableKind } from "./row.ts"

/** What a row says of its document; what it does not say is null. */
export type RowFacts = Readonly<Pick<Reading, "title" | "publisher" | "published">>

const KINDS: Readonly<Record<string, TableKind>> = {
  csv: delimited(","),
  tsv: delimited("\t"),
  jsonl: jsonLines,
  ndjson: jsonLines,
  parquet,
}

const kindOf = (file: string): TableKind | undefined => KINDS[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ""]

export const isTable = (file: string): boolean => !/^[a-z][a-z0-9+.-]*:\/\//i.test(file) && kindOf(file) !== undefined

/**
 * Look at the head of each table among the arguments. Throws `table/no-map` and `table/unknown-column`;
 * files that cannot be read are left to those who read them.
 */
export async function checkTables(args: readonly string[], map: ColumnMap | undefined): Promise<void> {
  for (const file of args.filter(isTable)) {
    const columns = await kindOf(file)!
      .columns(file)
      .catch(() => null)
    if (columns) checkColumns(file, columns, map)
  }
}

type Table = Readonly<{ file: string; map: ColumnMap | undefined; now: () => Date }>

/**
 * The rows of a table, in order, each a text of its own that is taken as it is. An input's `file` is the
 * table's name, ":" and its line (in a Parquet file its number, from 1). A row that cannot be read stands
 * in its place as a failure. Memory stays flat. Does not throw.
 */
export async function* tableRows({ file, map, now }: Table): AsyncGenerator<Input | InputFailure> {
  const path = resolve(file)
  try {
    refuseNoFile(file, await stat(path))
    const kind = kindOf(file)!
    checkColumns(file, await kind.columns(path), map)
    for await (const row of kind.rows(path, [...new Set(Object.values(map))])) {
      const name = `${file}:${row.line}`
      yield { ...toInput(row, { name, path, map, now }), share: row.share }
    }
  } catch (error) {
    yield { file, error: isOfTheFile(error) ? pathFailure(file, error) : broken(file, messageOf(error)) }
  }
}

const isOfTheFile = (error: unknown): boolean => error instanceof CounterclaimError || /^E[A-Z]+$/.test(codeOf(error))

type Place = Readonly<{ name: string; path: string; map: ColumnMap; now: () => Date }>

function toInput({ cells, line }: Row, { name, path, map, now }: Place): Input | InputFailure {
  if (typeof cells === "string") return { file: name, error: broken(name, cells) }
  const cell = (field: RowField): string | null => toCell(map[field] === undefined ? null : cells[map[field]])
  const text = cell("text")
  if (text === null) return { file: name, error: noText(name, map.text) }
  const printed = cell("published")
  const published = printed === null ? null : parsePrinted(printed)
  if (printed !== null && published === null) return { file: name, error: noDate(name, printed) }
  const ref = cell("ref")
  const row: RowFacts = { title: cell("title"), publisher: cell("publisher"), published }
  const url = httpUrl(cell("url")) ?? `${pathToFileURL(path).href}#${line}`
  return {
    file: name,
    // The document's id is made of the last part of it, and of the publisher.
    place: row.publisher !== null && ref !== null ? `#${encodeURIComponent(ref)}` : `${path}#${line}`,
    ref,
    row,
    part: true,
    read: async () => toSnapshot({ bytes: Buffer.from(text), url, headers: PLAIN, fetched: now().toISOString() }),
  }
}

const PLAIN = { "content-type": "text/plain; charset=utf-8" }

/** Null for what is empty and for what is no single value. */
function toCell(value: unknown): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (!["string", "number", "bigint", "boolean"].includes(typeof value)) return null
  const text = String(value).toWellFormed()
  return text.trim() === "" ? null : text
}

/** ISO 8601, with a space for the T and without separators too. Midnight UTC to the second is what a day becomes in tables. */
function parsePrinted(text: string): PublishedDate | null {
  const iso = text
    .trim()
    .replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3")
    .replace(/^(\d{4}-\d{2}-\d{2}) +(\d)/, "$1T$2")
    .replace(/ *UTC$/, "Z")
    .replace(/ +([+-]\d{2}:?\d{2})$/, "$1")
    .replace(/T00:00:00(?:\.0+)?Z?$/, "")
  return parseDate(iso)
}

function httpUrl(text: string | null): string | null {
  if (text === null || !URL.canParse(text.trim())) return null
  const url = new URL(text.trim())
  url.hash = ""
  return /^https?:$/.test(url.protocol) && url.username === "" ? url.href : null
}

const broken = (where: string, what: string): CounterclaimError =>
  new CounterclaimError({ code: "table/row", what, where, fix: "mend the table there, or leave the row out" })

const noText = (where: string, column: string): CounterclaimError =>
  new CounterclaimError({
    code: "table/no-text",
    what: `there is no text in column "${column}"`,
    where,
    fix: "fill it, or leave the row out",
  })

const noDate = (where: string, printed: string): CounterclaimError =>
  new CounterclaimError({
    code: "table/date",
    what: `"${printed.slice(0, 60)}" is no date of publication`,
    where,
    fix: "write dates as 2024-03-02, 2024-03-02T08:10Z, 2024-03 or 2024, or leave the cell empty",
  })
