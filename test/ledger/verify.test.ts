import assert from "node:assert/strict"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "@photostructure/sqlite"
import { afterAll, beforeEach, describe, test } from "vitest"
import { openLedger } from "../../src/ledger/open.ts"
import { CLAIMS, TEXT, toEntry, toJudgement } from "./entries.ts"
import { FINDINGS } from "./invented-findings.ts"

const folder = mkdtempSync(join(tmpdir(), "ledger-verify-"))
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
let path = ""

beforeEach(async () => {
  path = join(folder, `${++made}.sqlite`)
  const ledger = await openLedger(path)
  await ledger.add(toEntry({ findings: FINDINGS }))
  await ledger.add(toEntry({ url: "https://gull.example/a", publisher: "The Gull", text: `${TEXT} `, model: 2 }))
  await ledger.add(toEntry({ model: 2, claims: CLAIMS.slice(0, 2), at: "2024-03-08T08:00:00.000Z" }))
  for (const verdict of ["same", "different", "same"]) await ledger.judge(toJudgement({ verdict }))
  assert.deepEqual(await ledger.verify(), [])
  await ledger.close()
})

/** Change the file behind the ledger's back and say which problems it then names. */
async function problemsAfter(sql: string, readOnly = false): Promise<string[]> {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  database.exec(sql)
  database.close()
  const ledger = await openLedger(path, { readOnly })
  const problems = await ledger.verify()
  await ledger.close()
  return [...new Set(problems.map(({ code }) => code.replace("verify/", "")))].sort()
}

const UNLOCKED = "DROP TRIGGER judgements_are_never_changed; DROP TRIGGER judgements_are_never_removed;"

const TAMPERED: readonly [what: string, sql: string, names: readonly string[]][] = [
  [
    "the bytes of a snapshot",
    "UPDATE snapshots SET bytes = (SELECT bytes FROM snapshots WHERE number = 2) WHERE number = 1",
    ["snapshot-hash"],
  ],
  ["a snapshot that cannot be unpacked", "UPDATE snapshots SET bytes = x'ff00ff' WHERE number = 1", ["record"]],
  [
    "the name of a snapshot",
    `UPDATE snapshots SET sha256 = '${"0".repeat(64)}' WHERE number = 1`,
    ["reading-id", "snapshot-hash"],
  ],
  [
    "a letter of a text",
    "UPDATE texts SET value = replace(value, 'harbour', 'harboor') WHERE number = 1",
    ["full-text", "text-hash", "words"],
  ],
  ["a document's address", "UPDATE documents SET url = 'https://other.example/' WHERE number = 1", ["document-id"]],
  ["a document's id", "UPDATE documents SET id = 'd-0' WHERE number = 1", ["document-id", "reading-id"]],
  ["a reading's reader", "UPDATE readings SET reader = 7 WHERE number = 1", ["reading-id"]],
  ["a reading's title", "UPDATE readings SET title = 'Nothing happened' WHERE number = 1", ["full-text"]],
  ["a record that is no JSON", "UPDATE readings SET bylines = '[' WHERE number = 1", ["record"]],
  ["a sighting's time", "UPDATE sightings SET at = '2025-01-01T00:00:00Z' WHERE number = 3", ["kept-document", "time"]],
  ["a sighting taken away", "DELETE FROM sightings WHERE number = 3", ["kept-document"]],
  ["a run's model", "UPDATE runs SET model_version = 9 WHERE number = 1", ["kept-run", "run-id"]],
  ["a run's numbers", "UPDATE runs SET shown = 7 WHERE number = 1", ["kept-run"]],
  ["a span beyond the text", "UPDATE attributions SET source_end = 99999 WHERE number = 1", ["span", "words"]],
  ["an empty span", "UPDATE attributions SET source_end = source_start WHERE number = 1", ["span", "words"]],
  ["a content that moved", "UPDATE attributions SET content = '[[0,3]]' WHERE number = 1", ["attribution-id", "words"]],
  [
    "an attribution's id",
    "UPDATE attributions SET id = 'a-0' WHERE number = 1",
    ["attribution-id", "finding-reference"],
  ],
  ["an attribution within none", "UPDATE attributions SET within = 'a-0' WHERE number = 1", ["within"]],
  ["a confidence", "UPDATE attributions SET confidence = 1.5 WHERE number = 1", ["confidence"]],
  ["what is shown", "UPDATE attributions SET shown = 0 WHERE number = 4", ["kept-run", "kept-source"]],
  [
    "an attribution taken away",
    "DELETE FROM attributions WHERE number = 4",
    ["full-text", "kept-run", "kept-source", "words"],
  ],
  [
    "an attribution of no run",
    "UPDATE attributions SET run = 99 WHERE number = 1",
    ["finding-reference", "kept-run", "reference", "words"],
  ],
  [
    "the words of a content",
    "UPDATE attributions SET content_words = 'nothing' WHERE number = 4",
    ["full-text", "words"],
  ],
  ["a source's key", "UPDATE sources SET key = 'nobody' WHERE number = 1", ["words"]],
  [
    "which run is current",
    "UPDATE runs SET current = number = 1 WHERE text = 1",
    ["full-text", "kept-document", "kept-run"],
  ],
  ["two current runs", "UPDATE runs SET current = 1 WHERE text = 1", ["full-text", "kept-document", "kept-run"]],
  ["a run's date", "UPDATE runs SET anchor = '2020-01-01' WHERE number = 1", ["kept-run", "run-id"]],
  [
    "a document's current reading",
    "UPDATE documents SET sightings = 9, last_seen = '' WHERE number = 2",
    ["kept-document"],
  ],
  ["the count of a source", "UPDATE sources SET documents = 5 WHERE number = 1", ["kept-source"]],
  ["a form of a source", "DELETE FROM source_forms WHERE source = 2", ["kept-source"]],
  [
    "a publisher of a source",
    "UPDATE source_publishers SET publisher = 'Nobody' WHERE source = 2 AND publisher = 'The Gull'",
    ["kept-source"],
  ],
  ["a source's name", "UPDATE sources SET name = 'Nobody' WHERE number = 2", ["kept-source"]],
  ["the index of texts", "INSERT INTO document_index (rowid, title, text) VALUES (99, 'a', 'b')", ["full-text"]],
  [
    "the index of contents",
    "INSERT INTO content_index (content_index, rowid, content) SELECT 'delete', number, content_words FROM attributions WHERE number = 4",
    ["full-text"],
  ],
  [
    "a judgement's verdict",
    `${UNLOCKED} UPDATE judgements SET verdict = 'wrong' WHERE number = 2`,
    ["judgement-chain"],
  ],
  [
    "a judgement taken out",
    `${UNLOCKED} DELETE FROM judgements WHERE number = 2`,
    ["judgement-chain", "judgement-missing"],
  ],
  ["the last judgement taken away", `${UNLOCKED} DELETE FROM judgements WHERE number = 3`, ["judgement-missing"]],
]

/** A change to what the first run found beside its attributions: a path into it, and the value to set there. */
const found = (path: string, value: string): string =>
  `UPDATE runs SET findings = json_set(findings, '$.${path}', json('${value}')) WHERE number = 1`

const TAMPERED_FINDINGS: readonly [what: string, sql: string, names: readonly string[]][] = [
  ["a mention beyond the text", found("entities[0].mentions[1]", '{"start":1,"end":99999}'), ["span"]],
  ["an entity without a mention", found("entities[0].mentions", "[]"), ["span"]],
  ["an entity's only mention", found("entities[0].mentions[0].end", "3"), ["entity-id"]],
  ["a time that is an empty span", found("times[0].end", "0"), ["span"]],
  ["a time of no value that is no null", found("times[0].value", '""'), ["time-value"]],
  ["a place beyond the text", found("places[0].start", "-1"), ["span"]],
  ["a place beyond the pole", found("places[0].latitude", "91"), ["place-point"]],
  ["a place with half a point", found("places[0].longitude", "null"), ["place-point"]],
  ["evidence whose checker moved out", found("evidence[0].checker.end", "99999"), ["span"]],
  ["evidence for a claim that is not there", found("evidence[0].attribution", '"a-0"'), ["finding-reference"]],
  ["a figure that moved", found("figures[0].end", "90"), ["figure-id"]],
  ["a figure of no claim that is there", found("figures[0].attribution", '"a-0"'), ["finding-reference"]],
  ["a figure that is part of none", found("figures[0].partOf", '"f-0"'), ["finding-reference"]],
  ["a figure whose bounds are crossed", found("figures[0].high", "2"), ["figure-bounds"]],
  ["a figure's confidence", found("figures[0].confidence", "7"), ["confidence"]],
  [
    "a figure held twice",
    "UPDATE runs SET findings = json_insert(findings, '$.figures[#]', json_extract(findings, '$.figures[0]')) WHERE number = 1",
    ["finding-twice"],
  ],
  ["a speaker that is no entity", "UPDATE attributions SET speaker = 'e-0' WHERE number = 1", ["speaker"]],
  ["a list that is none", found("times", "7"), ["record"]],
]

describe("verify finds", () => {
  for (const [what, sql, names] of [...TAMPERED, ...TAMPERED_FINDINGS]) {
    test(what, async () => {
      assert.deepEqual(await problemsAfter(sql), names)
    })
  }
})

test("verify checks a ledger that is opened for reading only", async () => {
  assert.deepEqual(await problemsAfter("SELECT 1", true), [])
  assert.deepEqual(await problemsAfter("DELETE FROM attributions WHERE number = 4", true), [
    "full-text",
    "kept-run",
    "kept-source",
    "words",
  ])
})

test("a problem says where it is", async () => {
  const database = new DatabaseSync(path)
  database.exec("UPDATE attributions SET confidence = 2 WHERE number = 1")
  database.close()
  const ledger = await openLedger(path)
  const { id, run } = { id: toEntry().run!.attributions[0]!.id, run: toEntry().run!.id }
  assert.deepEqual(await ledger.verify(), [
    { code: "verify/confidence", what: "its confidence is not 0 to 1", where: `attribution ${id} of run ${run}` },
  ])
  await ledger.close()
})

test("no judgement can be changed or removed in the file", () => {
  const database = new DatabaseSync(path)
  assert.throws(() => database.exec("UPDATE judgements SET verdict = 'wrong'"), /never changed/)
  assert.throws(() => database.exec("DELETE FROM judgements"), /never removed/)
  database.close()
})
