import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, test } from "vitest"
import { realParts } from "../../src/cli/real-parts.ts"
import { memoryLedger } from "../../src/ledger/memory.ts"
import type { Ledger } from "../../src/model/ledger.ts"
import { openPipeline, type Pipeline } from "../../src/pipeline.ts"
import { gzipped, warcRecord } from "../fetch/warc/archive.ts"
import { stage } from "./stage.ts"

const folder = mkdtempSync(join(tmpdir(), "bulk-"))
afterAll(() => rmSync(folder, { recursive: true }))

const PARAGRAPH = "The prefect of Lower Oru said that two barges had sunk near the weir. Denn denied any part in it."
const pageOf = (i: number) =>
  `<html><head><title>Barges ${i}</title></head><body><h1>Barges ${i}</h1><p>On day ${i} it rained.</p><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p></body></html>`
const record = (i: number, date?: string) =>
  warcRecord({ url: `https://oru.example/${i}`, body: pageOf(i), ...(date && { date }) })

const ARCHIVE = join(folder, "oru.warc.gz")
const TABLE = join(folder, "oru.csv")
const PAGES = [0, 1, 2, 3, 4, 5].map((i) => record(i))
writeFileSync(ARCHIVE, gzipped([...PAGES.slice(0, 3), record(1, "2031-03-13T00:00:00Z"), ...PAGES.slice(3)]))
writeFileSync(TABLE, `body,id\n"${PARAGRAPH}",one\n,none\n"${PARAGRAPH}",two\n`)
const ARGS = [ARCHIVE, TABLE, "--map", "text=body,ref=id", "--json"]

let pipeline: Pipeline
beforeAll(async () => {
  pipeline = await openPipeline()
})
afterAll(() => pipeline.close())

const onRealFiles = (ledger: Ledger) =>
  stage({
    parts: {
      ...realParts,
      openLedger: async () => ({ ...ledger, close: async () => {} }),
      openPipeline: async () => ({ ...pipeline, width: 5, close: async () => {} }),
    },
  })

const linesOf = (out: string): string[] => out.split("\n").filter(Boolean)

/** All that a ledger answers, but for the clock's times of a table's rows. */
async function contentOf(ledger: Ledger): Promise<unknown> {
  const documents = await Promise.all((await ledger.documents()).map(({ document }) => ledger.document(document.id)))
  const timeless = documents.map((record) => {
    const { firstSeen: _, lastSeen: __, seen, ...rest } = record!
    return { ...rest, seen: seen.map(({ url, snapshot }) => `${url} ${snapshot}`).sort() }
  })
  return [await ledger.counts(), timeless.sort((a, b) => (a.document.id < b.document.id ? -1 : 1))]
}

describe("reading in bulk", () => {
  const whole = memoryLedger()
  let printed: string[] = []

  test("gives a line a page and a row, in order, and names what failed", async () => {
    const { out, err, status } = await onRealFiles(whole).run("read", ...ARGS)
    assert.equal(status, 1)
    assert.match(err, /oru\.csv:3: there is no text/)
    printed = linesOf(out)
    const results = printed.map((line) => JSON.parse(line))
    assert.deepEqual(
      results.map(({ document, ref }) => document.url?.slice(-1) ?? ref),
      ["0", "1", "2", "1", "3", "4", "5", "one", "two"],
    )
    assert.ok(results.every(({ attributions }) => attributions.length >= 2))
  })

  test("in shards gives the same lines and, in one ledger, the same content", async () => {
    const merged = memoryLedger()
    const lines: string[] = []
    for (const shard of ["2/3", "1/3", "3/3"]) {
      const { out } = await onRealFiles(merged).run("read", ...ARGS, "--shard", shard)
      assert.ok(linesOf(out).length < printed.length)
      lines.push(...linesOf(out))
    }
    assert.deepEqual(lines.sort(), [...printed].sort())
    assert.deepEqual(await contentOf(merged), await contentOf(whole))
  })

  test("by two workers prints the same bytes", () => {
    const run = spawnSync(process.execPath, ["dist/cli/main.js", "read", ...ARGS, "--dry-run", "--workers", "2"], {
      encoding: "utf8",
    })
    assert.deepEqual(linesOf(run.stdout), printed)
    assert.equal(run.status, 1)
  })

  test("goes on where it was stopped, and reads again when asked", async () => {
    const ledger = memoryLedger()
    const { run } = onRealFiles(ledger)
    await run("read", ...ARGS, "--shard", "1/2")
    const half = (await ledger.counts()).documents
    const { out, err } = await run("read", ...ARGS)
    assert.ok(half > 0 && half < 8)
    const held = Number(/^(\d+) passed over: .*--again/m.exec(err)?.[1])
    assert.equal(held + linesOf(out).length, printed.length)
    assert.deepEqual(await contentOf(ledger), await contentOf(whole))
    const third = await run("read", ...ARGS)
    assert.equal(third.out, "")
    assert.deepEqual(linesOf((await run("read", ...ARGS, "--again")).out), printed)
  })

  test("reads what was named itself every time, and what another version read", async () => {
    const file = join(folder, "named.txt")
    writeFileSync(file, PARAGRAPH)
    const ledger = memoryLedger()
    const { run } = onRealFiles(ledger)
    for (let i = 0; i < 2; i++) assert.equal(linesOf((await run("read", file, "--json")).out).length, 1)
    await run("read", TABLE, "--map", "text=body,ref=id")
    const newer = stage({
      parts: {
        ...realParts,
        openLedger: async () => ({ ...ledger, close: async () => {} }),
        openPipeline: async () => ({ ...pipeline, isCurrent: () => false, close: async () => {} }),
      },
    })
    assert.equal(linesOf((await newer.run("read", TABLE, "--map", "text=body,ref=id", "--json")).out).length, 2)
  })
})
