import assert from "node:assert/strict"
import { test } from "vitest"
import { memoryLedger } from "../../src/ledger/memory.ts"
import { documentId, readingId } from "../../src/model/document.ts"
import type { Entry } from "../../src/model/ledger.ts"
import { toSnapshot } from "../../src/model/snapshot.ts"
import { type Invented, inventedEntry } from "../invented-entry.ts"
import { stage } from "./stage.ts"

const URL = "https://lamp.example/mill"

/** The page as it stood at an hour; `bytes`: what it was read from. */
function seen(hour: number, invented: Invented, bytes = invented.text): Entry {
  const entry = inventedEntry({ publisher: "The Lamp", ...invented })
  const at = `2031-03-12T${String(hour).padStart(2, "0")}:00:00Z`
  const snapshot = toSnapshot({ ...entry.snapshot, bytes: Buffer.from(bytes) })
  const document = { ...entry.document, url: URL, id: documentId({ url: URL, publisher: null, file: "" }) }
  const reading = { ...entry.reading, document: document.id, snapshot: snapshot.sha256 }
  const sighting = { document: document.id, snapshot: snapshot.sha256, url: URL, at }
  return { ...entry, snapshot, document, reading: { ...reading, id: readingId(reading) }, sighting }
}

const said = (count: string) => ({
  text: `${count} people were hurt, the brigade said.\n\nThe mill is closed.`,
  title: `${count} hurt at mill`,
  claims: [{ source: "the brigade", cue: "said", content: [`${count} people were hurt`] }],
})

async function set(...entries: Entry[]) {
  const ledger = memoryLedger()
  for (const entry of entries) await ledger.add(entry)
  return stage({ ledger, io: { columns: 100 } })
}

test("versions are listed by when they were seen, with facts, words and claims that changed", async () => {
  const { run } = await set(seen(11, said("Nineteen")), seen(8, said("Twelve")))
  const { status, out } = await run("versions", URL)
  assert.equal(status, 0)
  const lines = out.split("\n").map((line) => line.trimEnd())
  assert.deepEqual(lines.slice(0, 2), ["Twelve hurt at mill", "seen 2031-03-12T08:00:00Z · undated"])
  assert.deepEqual(lines.slice(3), [
    "Nineteen hurt at mill",
    "seen 2031-03-12T11:00:00Z · undated",
    "  title: Twelve hurt at mill → Nineteen hurt at mill",
    "  ~  [-Twelve-]{+Nineteen+} people were hurt, the brigade said.",
    "  claim gone: the brigade said “Twelve people were hurt”",
    "  claim new: the brigade said “Nineteen people were hurt”",
    "",
    "2 versions were seen. Others may have stood on the page between.",
    "",
  ])
})

test("a page that was read again unchanged stays one version, seen from then to then", async () => {
  const { run } = await set(seen(8, said("Twelve")), seen(9, said("Twelve"), "<p>other bytes</p>"))
  const { out } = await run("versions", URL, "--json")
  const versions = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    versions.map(({ firstSeen, lastSeen, changes }) => [firstSeen, lastSeen, changes]),
    [["2031-03-12T08:00:00Z", "2031-03-12T09:00:00Z", null]],
  )
})

test("a version that was withdrawn says so, and its claims are gone", async () => {
  const killed = { ...said("Twelve"), text: `${said("Twelve").text}\nKILL`, article: false }
  const { run } = await set(seen(8, said("Twelve")), seen(9, killed))
  const { out } = await run("versions", URL)
  assert.match(out, /article: yes → no: a list of links/)
  assert.match(out, /claim gone: the brigade said “Twelve people were hurt”/)
})

test("a document that the ledger does not hold is an error that names it", async () => {
  const { run } = await set()
  const { status, err } = await run("versions", "https://lamp.example/other")
  assert.equal(status, 1)
  assert.match(err, /lamp\.example\/other.*no document of this id or address/)
})
