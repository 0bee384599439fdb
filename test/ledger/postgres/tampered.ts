import assert from "node:assert/strict"
import { describe, test } from "vitest"
import { openLedger } from "../../../src/ledger/open.ts"
import { CLAIMS, TEXT, toEntry, toJudgement } from "../entries.ts"
import { FINDINGS } from "../invented-findings.ts"
import type { Places } from "./places.ts"

const UNLOCKED = "SET LOCAL session_replication_role = replica;"

/** Each changes the tables behind the ledger's back; the problems that `verify` must then name. */
const TAMPERED: readonly [what: string, sql: string, names: readonly string[]][] = [
  [
    "the bytes of a snapshot",
    "UPDATE snapshots SET bytes = (SELECT bytes FROM snapshots WHERE number = 2) WHERE number = 1",
    ["snapshot-hash"],
  ],
  ["a snapshot that cannot be unpacked", "UPDATE snapshots SET bytes = '\\xff00ff' WHERE number = 1", ["record"]],
  [
    "a letter of a text",
    "UPDATE texts SET value = replace(value, 'harbour', 'harboor') WHERE number = 1",
    ["full-text", "text-hash", "words"],
  ],
  ["a document's address", "UPDATE documents SET url = 'https://other.example/' WHERE number = 1", ["document-id"]],
  ["a reading's reader", "UPDATE readings SET reader = 7 WHERE number = 1", ["reading-id"]],
  ["a record that is no JSON", "UPDATE readings SET bylines = '[' WHERE number = 1", ["record"]],
  ["a sighting's time", "UPDATE sightings SET at = '2025-01-01T00:00:00Z' WHERE number = 3", ["kept-document", "time"]],
  ["a run's model", "UPDATE runs SET model_version = 9 WHERE number = 1", ["kept-run", "run-id"]],
  ["a span beyond the text", "UPDATE attributions SET source_end = 99999 WHERE number = 1", ["span", "words"]],
  ["a content that moved", "UPDATE attributions SET content = '[[0,3]]' WHERE number = 1", ["attribution-id", "words"]],
  [
    "an attribution of no run",
    `${UNLOCKED} UPDATE attributions SET run = 99 WHERE number = 1`,
    ["finding-reference", "kept-run", "reference", "words"],
  ],
  [
    "the words of a content",
    "UPDATE attributions SET content_words = 'nothing' WHERE number = 4",
    ["full-text", "words"],
  ],
  [
    "which run is current",
    "UPDATE runs SET current = 2 - number WHERE text = 1",
    ["full-text", "kept-document", "kept-run"],
  ],
  ["the count of a source", "UPDATE sources SET documents = 5 WHERE number = 1", ["kept-source"]],
  ["a form of a source", "DELETE FROM source_forms WHERE source = 2", ["kept-source"]],
  ["a word of the index of texts", "UPDATE document_index SET words[1] = 'zebra' WHERE number = 1", ["full-text"]],
  ["an entry too many", "INSERT INTO content_index VALUES (99, '{a}', '{1}', 1)", ["full-text"]],
  ["the sums of an index", "UPDATE index_sums SET length = 7 WHERE index = 'content_index'", ["full-text"]],
  [
    "a judgement's verdict",
    `${UNLOCKED} UPDATE judgements SET verdict = 'wrong' WHERE number = 2`,
    ["judgement-chain"],
  ],
  ["the last judgement taken away", `${UNLOCKED} DELETE FROM judgements WHERE number = 3`, ["judgement-missing"]],
]

export function tamperTests(places: () => Places): void {
  describe("verify on PostgreSQL finds", () => {
    const tamper = (sql: string) => places().server.query(`BEGIN; SET LOCAL search_path = shared; ${sql}; COMMIT`)

    for (const [what, sql, names] of TAMPERED) {
      test(what, async () => {
        const ledger = await openLedger(await places().emptied())
        try {
          await ledger.add(toEntry({ findings: FINDINGS }))
          await ledger.add(
            toEntry({ url: "https://gull.example/a", publisher: "The Gull", text: `${TEXT} `, model: 2 }),
          )
          await ledger.add(toEntry({ model: 2, claims: CLAIMS.slice(0, 2), at: "2024-03-08T08:00:00.000Z" }))
          for (const verdict of ["same", "different", "same"]) await ledger.judge(toJudgement({ verdict }))
          await tamper(sql)
          const codes = (await ledger.verify()).map(({ code }) => code.replace("verify/", ""))
          assert.deepEqual([...new Set(codes)].sort(), names)
        } finally {
          await ledger.close()
        }
      })
    }

    test("no judgement that anybody changes or removes: the server refuses it", async () => {
      const ledger = await openLedger(await places().emptied())
      await ledger.judge(toJudgement())
      const changes = ["UPDATE judgements SET verdict = 'wrong'", "DELETE FROM judgements", "TRUNCATE judgements"]
      for (const sql of changes) {
        await assert.rejects(tamper(sql), /never changed/)
        await places().server.query("ROLLBACK")
      }
      assert.equal((await ledger.judgements()).length, 1)
      await ledger.close()
    })
  })
}
