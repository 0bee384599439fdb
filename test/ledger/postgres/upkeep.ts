import assert from "node:assert/strict"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, test } from "vitest"
import { openAsker } from "../../../src/asking.ts"
import { openLedger } from "../../../src/ledger/open.ts"
import { nameSubject } from "../../../src/model/judged-names.ts"
import type { Entry, Ledger } from "../../../src/model/ledger.ts"
import { cleanOnly } from "../../../src/pipeline.ts"
import { stockOfBackup } from "../../../src/upkeep/read-backup.ts"
import { restore } from "../../../src/upkeep/restore.ts"
import { stockOfLedger } from "../../../src/upkeep/stock.ts"
import { takeIn } from "../../../src/upkeep/take-in.ts"
import { upgrade } from "../../../src/upkeep/upgrade.ts"
import { writeBackup } from "../../../src/upkeep/write-backup.ts"
import { BRIDGE } from "../../invented-ledger.ts"
import { toJudgement } from "../entries.ts"
import type { Places } from "./places.ts"

/** Backup, restore, import, upgrade, verify and judgements withdrawn: from the server to a file and back. */
export function upkeepTests(places: () => Places): void {
  describe("in upkeep", () => {
    const folder = mkdtempSync(join(tmpdir(), "ledger-pg-upkeep-"))
    afterAll(() => rmSync(folder, { recursive: true }))
    let opened = 0
    const onServer = async (entries: readonly Entry[] = []) =>
      filled(await openLedger(await places().emptied(`held_${opened++ % 4}`)), entries)
    const inFile = async (entries: readonly Entry[] = []) =>
      filled(await openLedger(join(folder, `${++opened}.sqlite`)), entries)

    async function filled(ledger: Ledger, entries: readonly Entry[]): Promise<Ledger> {
      for (const entry of entries) await ledger.add(entry)
      return ledger
    }

    async function answers(ledger: Ledger) {
      const documents = await ledger.documents()
      return {
        records: await Promise.all(documents.map(({ document }) => ledger.document(document.id))),
        claims: await ledger.attributions(),
        sources: await ledger.sources(),
        counts: await ledger.counts(),
        judgements: await ledger.judgements(),
        problems: await ledger.verify(),
      }
    }

    test("a backup of the server fills a file, and one of the file the server, with the same answers", async () => {
      const [server, file, again] = [await onServer(BRIDGE), await inFile(), await onServer()]
      await server.judge(toJudgement({ left: BRIDGE[0]!.document.id, right: BRIDGE[1]!.document.id }))
      const [there, back] = [join(folder, "there.jsonl.gz"), join(folder, "back.jsonl.gz")]
      await writeBackup(stockOfLedger(server), there, { now: new Date() })
      await restore(file, await stockOfBackup(there))
      await writeBackup(stockOfLedger(file), back, { now: new Date() })
      await restore(again, await stockOfBackup(back))
      const wanted = await answers(server)
      assert.deepEqual(wanted.problems, [])
      assert.deepEqual(await answers(file), wanted)
      assert.deepEqual(await answers(again), wanted)
      await assert.rejects(restore(again, await stockOfBackup(back)), /holds/)
      for (const ledger of [server, file, again]) await ledger.close()
    })

    test("two halves imported into one on the server are what one run gives, twice imported as well", async () => {
      const [whole, half] = [await onServer(BRIDGE), await onServer(BRIDGE.slice(0, 2))]
      const other = await inFile(BRIDGE.slice(2))
      for (let time = 0; time < 2; time++) await takeIn(half, stockOfLedger(other))
      assert.deepEqual(await answers(half), await answers(whole))
      for (const ledger of [whole, half, other]) await ledger.close()
    })

    test("pages are reread on the server as in a file", async () => {
      const rereader = {
        model: { name: "invented", version: 2, sha256: "0123456789ab" },
        isCurrent: () => false,
        cleanOnly: async (...given: Parameters<typeof cleanOnly>) => cleanOnly(...given),
        read: async (...given: Parameters<typeof cleanOnly>) => cleanOnly(...given),
      }
      const [server, file] = [await onServer(BRIDGE), await inFile(BRIDGE)]
      const [one, two] = [await upgrade(server, rereader), await upgrade(file, rereader)]
      assert.deepEqual(one, two)
      assert.equal(one.reread, BRIDGE.length)
      assert.deepEqual(await answers(server), await answers(file))
      for (const ledger of [server, file]) await ledger.close()
    })

    test("everything merged and everything undone gives the answers from before, as in a file", async () => {
      const [server, file] = [await onServer(BRIDGE), await inFile(BRIDGE)]
      const asked = async (ledger: Ledger) => {
        const asker = openAsker(ledger)
        const check = await asker.check("more than 70 raiders killed at Hesk bridge")
        return [
          check,
          await asker.people(),
          await asker.stories(),
          await asker.sources("70 raiders killed at Hesk bridge"),
        ]
      }
      const before = await asked(server)
      assert.deepEqual(await asked(file), before)
      const names = ["The Tarvel defence ministry", "Osmer", "Ilse Paderov"].map(nameSubject)
      const documents = BRIDGE.map(({ document }) => document.id)
      const claims = [...new Set(BRIDGE.map(({ run }) => run!.attributions[0]!.id))]
      const pairs = [names, documents, claims].flatMap(([first, ...others]) =>
        others.map((other) => [first!, other] as const),
      )
      for (const verdict of ["same", "withdrawn"]) {
        for (const ledger of [server, file])
          for (const [left, right] of pairs) await ledger.judge(toJudgement({ left, right, verdict }))
        const [one, two] = [await asked(server), await asked(file)]
        assert.deepEqual(one, two)
        if (verdict === "same") assert.notDeepEqual(one, before)
        else assert.deepEqual(one, before)
      }
      assert.deepEqual(await server.verify(), [])
      for (const ledger of [server, file]) await ledger.close()
    })
  })
}
