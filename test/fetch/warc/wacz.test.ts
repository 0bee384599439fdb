import assert from "node:assert/strict"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, test } from "vitest"
import { archivePages } from "../../../src/fetch/warc/pages.ts"
import { zipped } from "../zip.ts"
import { gzipped, warcRecord } from "./archive.ts"

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wacz-"))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function pagesOf(bytes: Buffer) {
  const place = join(folder, "crawl.wacz")
  await writeFile(place, bytes)
  const pages: { file: string; text: string; url: string | null }[] = []
  const failures: { file: string; code: string }[] = []
  for await (const input of archivePages({ file: "crawl.wacz", place, now: () => new Date(0) })) {
    if ("error" in input) failures.push({ file: input.file, code: input.error.code })
    else {
      const { bytes: body, url } = await input.read()
      pages.push({ file: input.file, text: Buffer.from(body).toString(), url })
    }
  }
  return { pages, failures }
}

const page = (path: string) => warcRecord({ url: `https://lamp.example/${path}`, body: `<p>Page ${path}</p>` })
const NOTES = { name: "datapackage.json", bytes: Buffer.from("{}"), packed: true }

test("gives the pages of every WARC file in the zip, packed or stored, with archive and offset in the name", async () => {
  const { pages, failures } = await pagesOf(
    zipped([
      NOTES,
      { name: "archive/one.warc.gz", bytes: gzipped([page("a"), page("b")]) },
      { name: "archive/two.warc", bytes: page("c"), packed: true },
    ]),
  )
  assert.deepEqual(failures, [])
  assert.deepEqual(
    pages.map(({ text }) => text),
    ["<p>Page a</p>", "<p>Page b</p>", "<p>Page c</p>"],
  )
  assert.equal(pages[2]!.url, "https://lamp.example/c")
  assert.deepEqual(
    pages.map(({ file }) => file.replace(/#\d+$/, "")),
    ["crawl.wacz#archive/one.warc.gz", "crawl.wacz#archive/one.warc.gz", "crawl.wacz#archive/two.warc"],
  )
})

test("a zip file that is cut off, or is none, is named with the reason", async () => {
  const whole = zipped([{ name: "archive/one.warc", bytes: page("a") }])
  for (const bytes of [whole.subarray(0, whole.length - 30), Buffer.from("no zip at all, but some words of text")])
    assert.deepEqual(await pagesOf(bytes), { pages: [], failures: [{ file: "crawl.wacz", code: "input/archive-damaged" }] }) // biome-ignore format: one line
})

test("what is damaged in one WARC file leaves the next one alone", async () => {
  const broken = Buffer.concat([
    gzipped([page("a")]).subarray(0, 60),
    Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 255, 255, 255]),
  ])
  const { pages, failures } = await pagesOf(
    zipped([
      { name: "archive/one.warc.gz", bytes: broken },
      { name: "archive/two.warc.gz", bytes: gzipped([page("b")]) },
    ]),
  )
  assert.deepEqual(
    pages.map(({ text }) => text),
    ["<p>Page b</p>"],
  )
  assert.deepEqual(failures, [{ file: "crawl.wacz#archive/one.warc.gz", code: "input/archive-damaged" }])
})

test("a zip file with a password is refused as such, and one without archives holds no page", async () => {
  const locked = zipped([{ name: "archive/one.warc", bytes: page("a"), encrypted: true }])
  assert.deepEqual((await pagesOf(locked)).failures, [{ file: "crawl.wacz", code: "input/archive-encrypted" }])
  assert.deepEqual((await pagesOf(zipped([NOTES]))).failures, [{ file: "crawl.wacz", code: "input/no-pages" }])
})
