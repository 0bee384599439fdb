import assert from "node:assert/strict"
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib"
import fc from "fast-check"
import { onTestFinished, test } from "vitest"
import { WARCParser } from "warcio"
import { countInputs, findInputs, type Input, type InputFailure } from "../../../src/fetch/inputs.ts"
import { archivePages } from "../../../src/fetch/warc/pages.ts"
import type { CounterclaimError } from "../../../src/model/error.ts"
import { chunked, gzipped, type Made, warcRecord } from "./archive.ts"

const NOW = new Date("2031-04-05T06:07:08Z")

function archive(bytes: Buffer, name = "pages.warc"): string {
  const folder = mkdtempSync(join(tmpdir(), "warc-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

async function inputsOf(path: string): Promise<(Input | InputFailure)[]> {
  const found: (Input | InputFailure)[] = []
  for await (const input of archivePages({ file: "pages.warc", place: path, now: () => NOW })) found.push(input)
  return found
}

/** "url body" of each page, "code offset" of each failure. */
async function outcomes(bytes: Buffer): Promise<string[]> {
  const path = archive(bytes)
  const results: string[] = []
  for (const input of await inputsOf(path)) results.push("error" in input ? failed(input.error) : await read(input))
  return results
}

const failed = ({ code, where }: CounterclaimError): string => `${code} ${where}`

const read = (input: Input): Promise<string> =>
  input.read().then(
    ({ url, bytes }) => `${url} ${Buffer.from(bytes).toString()}`,
    (error: CounterclaimError) => failed(error),
  )

const page = (name: string, more: Made = {}): Buffer =>
  warcRecord({ url: `https://lamp.example/${name}`, body: `<p>${name}</p>`, ...more })
const seen = (name: string): string => `https://lamp.example/${name} <p>${name}</p>`

test("a page has its address, its date, its headers and a name with the record's offset", async () => {
  const first = warcRecord({ type: "request" })
  const path = archive(Buffer.concat([first, page("a", { headers: ["Content-Type: text/html", "ETag: x"] })]))
  const [input] = await inputsOf(path)
  assert.ok(input && "read" in input)
  assert.equal(input.file, `pages.warc#${first.length}`)
  assert.equal(input.place, `${path}#${first.length}`)
  const { url, headers, fetched } = await input.read()
  assert.deepEqual(
    { url, headers, fetched },
    {
      url: "https://lamp.example/a",
      headers: { "content-type": "text/html", etag: "x" },
      fetched: "2031-03-12T08:10:00.000Z",
    },
  )
})

test("plain, packed record by record and packed as one give the same pages", async () => {
  const records = ["a", "b", "c"].map((name) => page(name))
  const expected = ["a", "b", "c"].map(seen)
  assert.deepEqual(await outcomes(Buffer.concat(records)), expected)
  assert.deepEqual(await outcomes(gzipped(records)), expected)
  assert.deepEqual(await outcomes(gzipSync(Buffer.concat(records))), expected)
})

test("only answers 2xx with HTML or plain text are pages", async () => {
  const type = (name: string) => ({ headers: [`Content-Type: ${name}`] })
  const records = [
    page("gone", { status: "404 Not Found" }),
    page("moved", { status: "301 Moved Permanently" }),
    page("style", type("text/css")),
    page("data", type("application/json")),
    page("picture", type("image/png")),
    page("untold", { headers: [] }),
    page("again", { type: "revisit" }),
    page("robots.txt", type("text/plain")),
    page("notes", type("text/plain; charset=utf-8")),
    page("xhtml", type("application/xhtml+xml")),
  ]
  assert.deepEqual(await outcomes(Buffer.concat(records)), [seen("notes"), seen("xhtml")])
})

test("bodies are unpacked: chunks, gzip, deflate, Brotli, and chunks of gzip", async () => {
  const body = Buffer.from("<p>The ferry was overloaded.</p>".repeat(20))
  const packed = (headers: string[], bytes: Buffer) =>
    warcRecord({ headers: ["Content-Type: text/html", ...headers], body: bytes })
  const records = [
    packed(["Transfer-Encoding: chunked"], chunked(body)),
    packed(["Content-Encoding: gzip"], gzipSync(body)),
    packed(["content-encoding: deflate"], deflateSync(body)),
    packed(["Content-Encoding: br"], brotliCompressSync(body)),
    packed(["Transfer-Encoding: chunked", "Content-Encoding: gzip"], chunked(gzipSync(body), 40)),
    // What crawlers that unpack leave behind.
    packed(["Transfer-Encoding: chunked", "Content-Encoding: gzip"], body),
  ]
  assert.deepEqual(new Set(await outcomes(Buffer.concat(records))), new Set([`https://lamp.example/a ${body}`]))
})

test("a page that unpacks to more than the cap fails alone", async () => {
  const bomb = gzipSync(Buffer.alloc(30 * 1024 * 1024))
  const headers = ["Content-Type: text/html", "Content-Encoding: gzip"]
  const results = await outcomes(Buffer.concat([page("bomb", { headers, body: bomb }), page("b")]))
  assert.deepEqual(results, ["fetch/ratio pages.warc#0", seen("b")])
})

test("a page over 20 MB fails by name and offset, and the next is found", async () => {
  const body = Buffer.alloc(21 * 1024 * 1024 + 70_000, "x")
  const results = await outcomes(Buffer.concat([page("long", { body }), page("b")]))
  assert.deepEqual(results, ["input/page-too-large pages.warc#0", seen("b")])
})

test("a record cut off at the end is a failure; what stands before it is read", async () => {
  const records = [page("a"), page("b")]
  const whole = Buffer.concat(records)
  const expected = [seen("a"), `input/archive-damaged pages.warc#${records[0]!.length}`]
  assert.deepEqual(await outcomes(whole.subarray(0, whole.length - 10)), expected)
  const packed = gzipped(records)
  assert.deepEqual(await outcomes(packed.subarray(0, packed.length - 20)), expected)
})

test("a record with a wrong length, or an endless one, is a failure, and the next record is found", async () => {
  for (const length of [3, 90, 250, 10_000, 2 ** 40, 10 ** 30]) {
    for (const pack of [Buffer.concat, gzipped]) {
      const results = await outcomes(pack([page("a"), page("lies", { length }), page("c"), page("d")]))
      assert.deepEqual(results[0], seen("a"))
      assert.match(results[1]!, /^input\/archive-damaged/, String(length))
      assert.deepEqual(results.slice(2), [seen("c"), seen("d")], String(length))
    }
  }
})

test("bytes between two records are a failure, and the next record is found", async () => {
  const first = page("a")
  const results = await outcomes(Buffer.concat([first, Buffer.from("WARC/1.0\r\nno record\r\n\r\n\r\n"), page("b")]))
  assert.deepEqual(results, [seen("a"), `input/archive-damaged pages.warc#${first.length}`, seen("b")])
})

test("a file that is no archive, or holds no page, says so", async () => {
  const [damage] = await outcomes(Buffer.from("Ferry sinks off Quillmouth"))
  assert.equal(damage, "input/archive-damaged pages.warc#0")
  assert.deepEqual(await outcomes(page("a", { type: "metadata" })), ["input/no-pages pages.warc"])
  assert.deepEqual(await outcomes(Buffer.alloc(0)), ["input/no-pages pages.warc"])
})

test("packing damaged in the middle is a failure, after the pages before it", async () => {
  const noise = Buffer.from(Array.from({ length: 3_000_000 }, (_, i) => (i * i * 31 + (i >> 3)) % 251))
  const records = [page("a"), page("noise", { body: noise }), page("c")]
  const packed = gzipped(records)
  packed.fill(0xff, packed.length - 4000, packed.length - 3000)
  const results = await outcomes(packed)
  assert.equal(results[0], seen("a"))
  assert.match(results.at(-1)!, /^input\/archive-damaged/)
})

test("no bytes, however broken, do more than fail", async () => {
  const sound = Buffer.concat([page("a"), page("b", { body: "x".repeat(300) }), page("c")])
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 8 }),
      fc.nat(sound.length),
      fc.boolean(),
      async (changes, end, pack) => {
        const bytes = Buffer.from(pack ? gzipSync(sound) : sound)
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte
        for (const outcome of await outcomes(bytes.subarray(0, end)))
          assert.match(outcome, /^(https?:|input\/|fetch\/)/)
      },
    ),
    { numRuns: 150 },
  )
})

test("another reader of archives finds the same pages with the same bytes", async () => {
  const body = Buffer.from("<p>Ångström said so.</p>".repeat(5000))
  const records = Array.from({ length: 40 }, (_, i) =>
    i % 4 === 0
      ? warcRecord({ type: "request", url: `https://lamp.example/${i}` })
      : page(String(i), {
          headers: ["Content-Type: text/html", ...(i % 4 === 1 ? ["Transfer-Encoding: chunked"] : [])],
          body: i % 4 === 1 ? chunked(body, 1000 + i) : body.subarray(0, i * 500),
        }),
  )
  for (const bytes of [Buffer.concat(records), gzipped(records)]) {
    const path = archive(bytes)
    const expected: string[] = []
    for await (const record of WARCParser.iterRecords(createReadStream(path))) {
      if (record.warcType === "response") expected.push(`${record.warcTargetURI} ${await record.contentText()}`)
      else await record.skipFully()
    }
    const pages = await Promise.all((await inputsOf(path)).map((input) => read(input as Input)))
    assert.equal(expected.length, 30)
    assert.deepEqual(pages, expected)
  }
})

test("an archive is found by its ending, alone and in a folder, and is not counted", async () => {
  const path = archive(gzipped([page("a"), page("b")]), "pages.WARC.gz")
  const fetchPage = () => Promise.reject(new Error("nothing is fetched"))
  for (const arg of [path, join(path, "..")]) {
    const found: string[] = []
    const options = { stdin: process.stdin, fetchPage, now: () => NOW }
    for await (const input of findInputs([arg], options)) if ("read" in input) found.push(await read(input))
    assert.deepEqual(found, [seen("a"), seen("b")])
    assert.equal(await countInputs([arg]), null)
  }
})
