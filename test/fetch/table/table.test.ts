import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { gzipSync } from "node:zlib"
import { parquetWriteBuffer } from "hyparquet-writer"
import { describe, onTestFinished, test } from "vitest"
import { findInputs } from "../../../src/fetch/inputs.ts"
import { type ColumnMap, parseColumnMap } from "../../../src/fetch/table/column-map.ts"
import { checkTables, tableRows } from "../../../src/fetch/table/table.ts"
import { documentId } from "../../../src/model/document.ts"
import { cleanOnly } from "../../../src/pipeline.ts"
import { failsWith } from "../server.ts"

const NOW = new Date("2031-04-05T06:07:08Z")
const MAP = parseColumnMap("text=body,published=date,publisher=outlet,ref=id,url=link,title=headline")

function table(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "table-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

/** Of each row what the ledger would hold, or the code of what failed; with the name after the table's. */
async function outcomes(path: string, map: ColumnMap = MAP): Promise<unknown[]> {
  const results: unknown[] = []
  for await (const input of tableRows({ file: path, map, now: () => NOW })) {
    const name = input.file.slice(path.length)
    if ("error" in input) results.push(`${name} ${input.error.code}`)
    else {
      const { document, reading, text } = cleanOnly(await input.read(), input)
      const { title, publisher, published } = reading
      results.push([name, input.ref, text.value, title, publisher, published?.value ?? null, document.url])
    }
  }
  return results
}

const FIRST = "The ferry was overloaded, the minister said.\n\nShe said no more."
const ROWS = [
  { body: FIRST, date: "2031-03-12", outlet: "The Lamp", id: "7", link: "https://lamp.example/a", headline: "Ferry" },
  { body: "  Nobody “knew” it.", date: "2031-03", outlet: "Echo", id: "8/b", link: "", headline: "" },
]
const EXPECTED = [
  ["7", FIRST, "Ferry", "The Lamp", "2031-03-12", "https://lamp.example/a"],
  ["8/b", "  Nobody “knew” it.", null, "Echo", "2031-03", null],
]
const named = (...names: string[]) => EXPECTED.map((row, i) => [names[i], ...row])

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const csv = (mark: string, end: string) =>
  [Object.keys(ROWS[0]!), ...ROWS.map(Object.values)]
    .map((cells: string[]) => cells.map(quoted).join(mark) + end)
    .join("")

const columns = (rows: readonly Record<string, string>[]) =>
  Object.keys(rows[0]!).map((name) => ({ name, data: rows.map((row) => row[name]!), type: "STRING" as const }))

describe("every kind of table gives the same rows, their texts as they stand", () => {
  test("comma-separated, with either line end and a byte order mark", async () => {
    assert.deepEqual(await outcomes(table("a.csv", csv(",", "\n"))), named(":2", ":5"))
    assert.deepEqual(await outcomes(table("a.CSV", `\uFEFF${csv(",", "\r\n")}`)), named(":2", ":5"))
  })

  test("tab-separated", async () => {
    assert.deepEqual(await outcomes(table("a.tsv", csv("\t", "\n"))), named(":2", ":5"))
  })

  test("JSON Lines, empty lines between, no line end at the end", async () => {
    const lines = ROWS.map((row) => JSON.stringify(row)).join("\n\n")
    assert.deepEqual(await outcomes(table("a.jsonl", lines)), named(":1", ":3"))
  })

  test("Parquet, packed or not, in small row groups", async () => {
    const plain = parquetWriteBuffer({ columnData: columns(ROWS), codec: "UNCOMPRESSED", rowGroupSize: 1 })
    assert.deepEqual(await outcomes(table("a.parquet", new Uint8Array(plain))), named(":1", ":2"))
    const compressors = { GZIP: (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes)) }
    const packed = parquetWriteBuffer({ columnData: columns(ROWS), codec: "GZIP", compressors })
    assert.deepEqual(await outcomes(table("a.parquet", new Uint8Array(packed))), named(":1", ":2"))
    const snappy = parquetWriteBuffer({ columnData: columns(ROWS) })
    assert.deepEqual(await outcomes(table("a.parquet", new Uint8Array(snappy))), named(":1", ":2"))
  })
})

test("a document is known by its address, else by publisher and reference, else by file and row", async () => {
  const path = table(
    "a.jsonl",
    [
      { body: "One.", link: "https://lamp.example/a#top", outlet: "The Lamp", id: 1 },
      { body: "Two.", outlet: "The Lamp", id: "2031/1" },
      { body: "Three.", outlet: "The Lamp", id: "2032/1" },
      { body: "Four.", id: 4 },
    ]
      .map((row) => JSON.stringify(row))
      .join("\n"),
  )
  const map = parseColumnMap("text=body,publisher=outlet,ref=id,url=link")
  const entries = []
  for await (const input of tableRows({ file: path, map, now: () => NOW })) {
    assert.ok("read" in input)
    entries.push(cleanOnly(await input.read(), input))
  }
  const known = (parts: Partial<Parameters<typeof documentId>[0]>) =>
    documentId({ url: null, publisher: null, file: "", ...parts })
  assert.deepEqual(
    entries.map(({ document }) => document.id),
    [
      known({ url: "https://lamp.example/a" }),
      known({ publisher: "The Lamp", file: "#2031%2F1" }),
      known({ publisher: "The Lamp", file: "#2032%2F1" }),
      known({ file: `${path}#4` }),
    ],
  )
  assert.equal(new Set(entries.map(({ document }) => document.id)).size, 4)
  assert.deepEqual(
    entries.map(({ sighting }) => sighting.url),
    ["https://lamp.example/a", ...[2, 3, 4].map((line) => `${pathToFileURL(path).href}#${line}`)],
  )
})

test("a row without text, with another number of cells or no date fails by its line, and the others are read", async () => {
  const rows = ["body,date", "One.,2031", ",2031", "  ,2031", "a,b,c", "Two.,soon", "Three."]
  const results = await outcomes(table("a.csv", rows.join("\n")), parseColumnMap("text=body,published=date"))
  assert.deepEqual(results, [
    [":2", null, "One.", null, null, "2031", null],
    ":3 table/no-text",
    ":4 table/no-text",
    ":5 table/row",
    ":6 table/date",
    [":7", null, "Three.", null, null, null, null],
  ])
  const lines = ['{"body":"One."}', "{", "[1]", '{"text":"x"}', '{"body":["x"]}', '{"body":"Two."}']
  assert.deepEqual(await outcomes(table("a.jsonl", lines.join("\n")), parseColumnMap("text=body")), [
    [":1", null, "One.", null, null, null, null],
    ":2 table/row",
    ":3 table/row",
    ":4 table/no-text",
    ":5 table/no-text",
    [":6", null, "Two.", null, null, null, null],
  ])
})

test("dates are taken in the forms that tables hold", async () => {
  const dates = ["20310312", "2031-03-12 08:10:00", "2031-03-12 08:10 UTC", "2031-03-12 08:10:00 +02:00"]
  const lines = [...dates, "2031-03-12T00:00:00.000Z"].map((date) => JSON.stringify({ body: "x", date })).join("\n")
  const results = (await outcomes(table("a.jsonl", lines), parseColumnMap("text=body,published=date"))) as unknown[][]
  assert.deepEqual(
    results.map((row) => row[5]),
    ["2031-03-12", "2031-03-12T08:10:00", "2031-03-12T08:10Z", "2031-03-12T08:10:00+02:00", "2031-03-12"],
  )
})

test("a quotation mark that is never closed, or a Parquet file cut short, fails; what stands before it is read", async () => {
  const results = await outcomes(table("a.csv", 'body\nOne.\n"Two'), parseColumnMap("text=body"))
  assert.deepEqual(results, [[":2", null, "One.", null, null, null, null], " table/row"])
  const whole = new Uint8Array(parquetWriteBuffer({ columnData: columns(ROWS) }))
  assert.deepEqual(await outcomes(table("a.parquet", whole.subarray(0, whole.length - 20))), [" table/row"])
  assert.deepEqual(await outcomes(table("a.parquet", "")), [" table/row"])
})

test("a table is refused before it is read without a map, or with one that names no column of it", async () => {
  const path = table("a.csv", "id,body\n1,One.")
  await assert.rejects(checkTables([path], undefined), failsWith("table/no-map", path, "id, body"))
  const wrong = parseColumnMap("text=story")
  await assert.rejects(
    checkTables(["x.txt", path], wrong),
    failsWith("table/unknown-column", path, '"story"', "id, body"),
  )
  await checkTables([path, "https://lamp.example/a.csv", "nowhere.csv"], parseColumnMap("text=body"))
})

test("a table that is not there, or that nobody mapped, is a failure in its place", async () => {
  const path = table("a.csv", "id,body\n1,One.")
  const fetchPage = () => Promise.reject(new Error("nothing is fetched"))
  const codes: string[] = []
  const options = { stdin: process.stdin, fetchPage, now: () => NOW }
  for await (const input of findInputs(["nowhere.csv", path], options))
    if ("error" in input) codes.push(input.error.code)
  assert.deepEqual(codes, ["input/not-found", "table/no-map"])
})

test("a map names fields, each once, and the text among them; a column may hold commas and equal signs", () => {
  assert.deepEqual(parseColumnMap(" text = a, b=c , ref=id"), { text: "a, b=c", ref: "id" })
  for (const wrong of ["", "text", "text=", "ref=id", "text=a,text=b", "body=a"])
    assert.throws(() => parseColumnMap(wrong), failsWith("table/map"))
})

test("a table of 200,000 rows is read in flat memory", async () => {
  const row = `${JSON.stringify({ body: "The ferry was overloaded, the minister said. ".repeat(5) })}\n`
  const path = table("a.jsonl", row.repeat(200_000))
  let rows = 0
  let most = 0
  for await (const input of tableRows({ file: path, map: parseColumnMap("text=body"), now: () => NOW })) {
    if ("read" in input) rows++
    if (rows % 20_000 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers)
  }
  assert.equal(rows, 200_000)
  assert.ok(most < 40_000_000, `${most} bytes`)
})
