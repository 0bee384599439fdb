import assert from "node:assert/strict"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { test } from "vitest"
import type { Reader } from "../../../src/cli/parts.ts"
import { attributionId, runId } from "../../../src/model/attribution.ts"
import { NO_FINDINGS } from "../../../src/model/findings.ts"
import { cleanOnly } from "../../../src/pipeline.ts"
import { gzipped, warcRecord } from "../../fetch/warc/archive.ts"
import { article, folder, until, watchStage } from "./watch-stage.ts"

const TEXT = `Ferry sinks off Quillmouth

The harbour office said on Wednesday that the ferry had sunk at dawn with eleven people aboard.
`

test("a file dropped into the folder, or a new folder below it, is in the ledger within 10 s", async () => {
  const hot = folder()
  const { ledger, start } = watchStage()
  const { stop, done } = start(hot)
  writeFileSync(join(hot, "a.txt"), TEXT)
  await until(async () => (await ledger.counts()).documents === 1)
  mkdirSync(join(hot, "desk"))
  writeFileSync(join(hot, "desk", "b.html"), article("Bridge shut"))
  await until(async () => (await ledger.counts()).documents === 2)
  stop()
  const { status, out, err } = await done
  assert.deepEqual([status, err], [0, ""])
  assert.match(out, /^Bridge shut$/m)
})

test("a changed file is a new version of the same document; one that is as it was is not read again", async () => {
  const hot = folder()
  const file = join(hot, "a.txt")
  writeFileSync(file, TEXT)
  const { ledger, watch } = watchStage()
  await watch("--once", hot)
  await watch("--once", hot)
  assert.equal((await ledger.documents())[0]!.sightings, 1)
  writeFileSync(file, TEXT.replace("eleven", "twelve"))
  await watch("--once", hot)
  const documents = await ledger.documents()
  assert.deepEqual(
    documents.map(({ sightings }) => sightings),
    [2],
  )
})

test("a web archive that is dropped gives its pages, and what is damaged in it is named", async () => {
  const hot = folder()
  const page = (path: string) =>
    warcRecord({ url: `https://lamp.example/${path}`, status: "200 OK", body: article(`Bridge shut at ${path}`) })
  writeFileSync(join(hot, "lamp.warc.gz"), gzipped([page("tolm"), page("lorn"), page("dray")]).subarray(0, -20))
  const { ledger, watch } = watchStage()
  const { status, out, err } = await watch("--once", hot)
  assert.match(out, /^Bridge shut at tolm$[\s\S]*^Bridge shut at lorn$/m)
  assert.match(err, /lamp\.warc\.gz#\d+: the archive ends within this record/)
  assert.equal(status, 1)
  assert.equal((await ledger.counts()).documents, 2)
})

test("a file that was taken away and brought again is read again", async () => {
  const hot = folder()
  const file = join(hot, "a.txt")
  const { ledger, watch } = watchStage()
  writeFileSync(file, TEXT)
  await watch("--once", hot)
  rmSync(file)
  await watch("--once", hot)
  writeFileSync(file, TEXT)
  await watch("--once", hot)
  assert.equal((await ledger.documents())[0]!.sightings, 2)
})

test("a file that cannot be read fails alone, and not again until it changes", async () => {
  const hot = folder()
  writeFileSync(join(hot, "a.txt"), TEXT)
  writeFileSync(join(hot, "empty.txt"), "")
  writeFileSync(join(hot, ".hidden.txt"), TEXT)
  writeFileSync(join(hot, "photo.jpg"), TEXT)
  const { ledger, watch } = watchStage()
  const { status, err } = await watch("--once", hot, `${hot}/`)
  assert.equal(status, 1)
  assert.match(err, /^.*empty\.txt: there is no text in it; give a file with text\n$/)
  assert.equal((await ledger.counts()).documents, 1)
  assert.deepEqual(await watch("--once", hot), { status: 0, out: "", err: "" })
})

test("a file is refused where a folder is meant", async () => {
  const file = join(folder(), "a.txt")
  writeFileSync(file, TEXT)
  const { watch } = watchStage()
  const { status, err } = await watch("--once", file)
  assert.equal(status, 1)
  assert.match(err, /a\.txt: it is a file, and a file does not bring news; /)
})

test("prints JSON Lines when asked", async () => {
  const hot = folder()
  writeFileSync(join(hot, "a.txt"), TEXT)
  const { out } = await watchStage().watch("--once", "--json", hot)
  assert.equal(JSON.parse(out).document.title, "Ferry sinks off Quillmouth")
})

test("an item that its agency cancels takes its claims out of what is current", async () => {
  const { ledger, watch } = watchStage({
    openPipeline: async () => ({ read: readWithClaim, isCurrent: () => false, close: async () => {} }),
  })
  const hot = folder()
  const item = {
    uri: "urn:tidewire:77",
    headline: "Ferry sinks",
    body_text: "The office said it sank.",
    provider: "Tidewire",
  }
  writeFileSync(join(hot, "77-1.json"), JSON.stringify({ ...item, version: "1", pubstatus: "usable" }))
  await watch("--once", hot)
  assert.equal((await ledger.attributions()).length, 1)
  writeFileSync(
    join(hot, "77-2.json"),
    JSON.stringify({ ...item, version: "2", pubstatus: "canceled", ednote: "Kill." }),
  )
  const { status, err } = await watch("--once", hot)
  assert.equal(status, 0)
  assert.match(err, /77-2\.json: no article \(withdrawn by its agency\)/)
  assert.equal((await ledger.attributions()).length, 0)
  const [view, ...others] = await ledger.documents()
  assert.deepEqual(others, [])
  assert.equal((await ledger.document(view!.document.id))!.readings.length, 2)
})

/** A reader that finds one claim in every article. */
const readWithClaim: Reader["read"] = async (...given) => {
  const entry = cleanOnly(...given)
  if (!entry.reading.article) return entry
  const model = { name: "invented", version: 1, sha256: "0123456789ab" }
  const parts = { source: { start: 0, end: 10 }, cue: { start: 11, end: 15 }, content: [{ start: 16, end: 23 }] }
  const attribution = {
    id: attributionId(entry.text.id, parts),
    ...parts,
    quotation: "indirect" as const,
    act: "assert" as const,
    within: null,
    speaker: null,
    onBehalfOf: null,
    confidence: 0.9,
    shown: true,
    because: [],
  }
  const run = {
    id: runId({ text: entry.text.id, model, data: 1, anchor: null }),
    text: entry.text.id,
    model,
    data: 1,
    anchor: null,
    findings: NO_FINDINGS,
    attributions: [attribution],
  }
  return { ...entry, run }
}
