import assert from "node:assert/strict"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, test } from "vitest"
import type { Parts } from "../../src/cli/parts.ts"
import { memoryLedger } from "../../src/ledger/memory.ts"
import { readingId } from "../../src/model/document.ts"
import type { AttributionView, Entry, Ledger } from "../../src/model/ledger.ts"
import { inventedEntry } from "../invented-entry.ts"
import { toJudgement } from "../ledger/entries.ts"
import { FERRY } from "./ferry.ts"
import { stage } from "./stage.ts"

const folder = mkdtempSync(join(tmpdir(), "cli-upkeep-"))
afterAll(() => rmSync(folder, { recursive: true }))

const SECOND = inventedEntry({
  text: "The mayor said the ferry was old.",
  file: "/articles/b.txt",
  title: "Mayor on the ferry",
  publisher: "Glasswick Echo",
  claims: [{ source: "The mayor", cue: "said", content: ["the ferry was old"] }],
})

async function ledgerOf(...entries: Entry[]): Promise<Ledger> {
  const ledger = memoryLedger()
  for (const entry of entries) await ledger.add(entry)
  return ledger
}

/** A stage on which a second ledger is called other.sqlite. */
const withOther = (ledger: Ledger, other: Ledger) =>
  stage({
    ledger,
    parts: {
      openLedger: async (location) => ({ ...(location === "other.sqlite" ? other : ledger), close: async () => {} }),
    },
  })

test("backup writes a file that restore brings into another ledger", async () => {
  const ledger = await ledgerOf(FERRY, SECOND)
  await ledger.judge(toJudgement())
  const file = join(folder, "a.jsonl.gz")
  const { status, out } = await stage({ ledger }).run("backup", file)
  assert.equal(out, "2 documents in 2 versions, 1 judgement written.\n")
  assert.equal(status, 0)
  const restoring = stage()
  assert.equal((await restoring.run("restore", file)).out, "2 documents, 1 judgement restored.\n")
  assert.deepEqual(await restoring.ledger.attributions(), await ledger.attributions())
  assert.deepEqual(await restoring.ledger.judgements(), await ledger.judgements())
  const again = await restoring.run("restore", file)
  assert.equal(again.status, 1)
  assert.match(again.err, /counterclaim import/)
})

test("backup and restore say what they did in JSON", async () => {
  const file = join(folder, "b.jsonl.gz")
  const { out } = await stage({ ledger: await ledgerOf(FERRY) }).run("backup", file, "--json")
  const { sha256, ...rest } = JSON.parse(out)
  assert.match(sha256, /^[0-9a-f]{64}$/)
  assert.deepEqual(rest, { file, documents: 1, versions: 1, judgements: 0 })
  const restored = await stage().run("restore", file, "--json")
  assert.deepEqual(JSON.parse(restored.out), { documents: 1, judgements: 0 })
})

test("a damaged backup is refused before a ledger is opened, a stopped one leaves nothing", async () => {
  const file = join(folder, "c.jsonl.gz")
  const ledger = await ledgerOf(FERRY)
  const stop = new AbortController()
  stop.abort("SIGINT")
  assert.equal((await stage({ ledger, io: { signal: stop.signal } }).run("backup", file)).status, 130)
  assert.equal(existsSync(file), false)
  await stage({ ledger }).run("backup", file)
  writeFileSync(file, readFileSync(file).subarray(0, 200))
  const { run, asked } = stage()
  const { status, err } = await run("restore", file)
  assert.equal(status, 1)
  assert.match(err, /damaged/)
  assert.deepEqual(asked, [])
})

test("import takes another ledger or a backup into this one, once", async () => {
  const [ledger, other] = [await ledgerOf(FERRY), await ledgerOf(FERRY, SECOND)]
  await other.judge(toJudgement())
  const { run } = withOther(ledger, other)
  const dry = await run("import", "other.sqlite", "--dry-run")
  assert.equal(dry.out, "Would be added: 1 document, something of 1 version, 1 sighting, 1 judgement.\n")
  assert.equal((await ledger.counts()).documents, 1)
  assert.equal(
    (await run("import", "other.sqlite")).out,
    "Added: 1 document, something of 1 version, 1 sighting, 1 judgement.\n",
  )
  assert.deepEqual(await ledger.attributions(), await other.attributions())
  const file = join(folder, "d.jsonl.gz")
  await stage({ ledger: other }).run("backup", file)
  assert.equal(
    (await run("import", file)).out,
    "Added: 0 documents, something of 0 versions, 0 sightings, 0 judgements.\n",
  )
})

test("import names what clashes and changes nothing, or leaves it out and says so by its status", async () => {
  const published = { value: "2031-01-01", precision: "day" } as const
  const clashing: Entry = { ...FERRY, reading: { ...FERRY.reading, published } }
  const [ledger, other] = [await ledgerOf(FERRY), await ledgerOf(clashing, SECOND)]
  const { run } = withOther(ledger, other)
  const refused = await run("import", "other.sqlite")
  assert.equal(refused.status, 1)
  assert.match(refused.err, new RegExp(`reading ${FERRY.reading.id} \\(published\\)`))
  assert.equal((await ledger.counts()).documents, 1)
  const { status, out, err } = await run("import", "other.sqlite", "--leave-clashing", "--json")
  assert.equal(status, 1)
  assert.match(err, /says another thing here: published; it was left out/)
  const { clashes, ...counts } = JSON.parse(out)
  assert.deepEqual(counts, { documents: 1, versions: 1, readings: 1, sightings: 1, judgements: 0, left: 1 })
  assert.deepEqual(clashes, [{ kind: "reading", id: FERRY.reading.id, fields: ["published"] }])
})

test("upgrade rereads what an older version read, names what fails, and lists orphaned judgements", async () => {
  const ledger = await ledgerOf(FERRY, SECOND)
  const [first] = FERRY.run!.attributions
  await ledger.judge(toJudgement({ left: first!.id, right: null, verdict: "right" }))
  const text = "The ferry sank at noon, the harbour office said."
  const again = inventedEntry({
    ...{ text, title: FERRY.reading.title!, publisher: FERRY.document.publisher!, claims: [] },
  })
  const keys = { document: FERRY.document.id, snapshot: FERRY.snapshot.sha256, reader: 2 }
  const reading = { ...again.reading, ...keys, id: readingId(keys) }
  const reader: Partial<Parts> = {
    openPipeline: async () => ({
      isCurrent: ({ reading }) => reading.reader === 2,
      async read({ sha256 }) {
        if (sha256 !== FERRY.snapshot.sha256) throw new Error("out of order")
        return { ...again, snapshot: FERRY.snapshot, document: FERRY.document, reading }
      },
      close: async () => {},
    }),
    cleanOnly: async () => again,
  }
  const { run } = stage({ ledger, parts: reader })
  const { status, out, err } = await run("upgrade")
  assert.equal(status, 1)
  assert.match(err, /b\.txt: out of order/)
  assert.match(out, /^Orphaned: judgement 1 on “The ferry sank at dawn” \(d-/)
  assert.match(out, /1 version reread; 0 up to date; 0 claims new, 4 gone; 1 orphaned; 1 not reread\.\n$/s)
  const json = JSON.parse((await run("upgrade", "--dry-run", "--json")).out)
  assert.deepEqual([json.reread, json.upToDate, json.orphans.length], [0, 1, 1])
})

test("export heeds what people judged, and prints what was known on a date as claims does", async () => {
  const ledger = memoryLedger()
  const openLedger = async (location: string) =>
    location.endsWith("as-of.sqlite") ? memoryLedger() : { ...ledger, close: async () => {} }
  const { run } = stage({ ledger, parts: { openLedger } })
  const seen = (text: string, at: string) => {
    const entry = inventedEntry({
      text,
      file: `/${at}.txt`,
      claims: [{ source: "The police", cue: "said", content: [text.slice(16)] }],
    })
    return { ...entry, sighting: { ...entry.sighting, at } }
  }
  await ledger.add(seen("The police said the ferry was late.", "2031-03-12T08:00:00Z"))
  await ledger.add(seen("The police said the quay was shut.", "2031-03-14T08:00:00Z"))
  const [{ attribution }] = (await ledger.attributions({ words: "ferry" })) as [AttributionView]
  await ledger.judge(
    toJudgement({ left: attribution.id, right: null, verdict: "wrong", at: "2031-03-13T08:00:00.000Z" }),
  )
  const sorted = (out: string) => out.trimEnd().split("\n").sort()
  for (const more of [[], ["--as-of", "2031-03-12"], ["--as-of", "2031-03-13"], ["--as-of", "2031-03-14"]]) {
    for (const shown of [[], ["--shown"]]) {
      const claims = await run("claims", "--json", ...shown, ...more)
      const exported = await run("export", "jsonl", ...shown, ...more)
      assert.deepEqual(sorted(exported.out), sorted(claims.out), [...more, ...shown].join(" "))
    }
  }
  assert.match((await run("export", "csv")).out, /,wrong\r\n/)
  assert.doesNotMatch((await run("export", "csv", "--as-of", "2031-03-12")).out, /wrong|quay/)
  assert.equal((await run("export", "csv", "--shown", "--as-of", "2031-03-13")).out.split("\r\n").length, 2)
})

test("export prints each claim in every format, the doubtful ones only when they are asked for", async () => {
  const { run } = stage({ ledger: await ledgerOf(FERRY, SECOND) })
  const csv = (await run("export", "csv")).out.trimEnd().split("\r\n")
  assert.match(csv[0]!, /^claim,document,url,title,publisher,published,source,/)
  assert.equal(csv.length, 1 + 5)
  assert.equal((await run("export", "csv", "--shown")).out.trimEnd().split("\r\n").length, 1 + 4)
  const ids = async (format: string, of: (line: Record<string, string>) => string) =>
    (await run("export", format)).out
      .trimEnd()
      .split("\n")
      .map((line) => of(JSON.parse(line)))
      .sort()
  const expected = [...FERRY.run!.attributions, ...SECOND.run!.attributions].map(({ id }) => id).sort()
  assert.deepEqual(await ids("jsonl", ({ id }) => id!), expected)
  assert.deepEqual(await ids("annotations", ({ id }) => id!.split(":")[2]!), expected)
  assert.deepEqual(await ids("claims", (claim) => claim["@id"]!.split(":")[2]!), expected)
  assert.equal((await run("export", "odt")).status, 2)
})
