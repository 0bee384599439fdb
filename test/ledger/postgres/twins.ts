import assert from "node:assert/strict"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import fc from "fast-check"
import { afterAll, describe, test } from "vitest"
import { openLedger } from "../../../src/ledger/open.ts"
import type { Entry, Ledger } from "../../../src/model/ledger.ts"
import { toSnapshot } from "../../../src/model/snapshot.ts"
import { openPipeline } from "../../../src/pipeline.ts"
import { toEntry, toJudgement } from "../entries.ts"
import { answers, query, sketch } from "../sketches.ts"
import type { Places } from "./places.ts"

const EXAMPLES = new URL("../../../examples/", import.meta.url).pathname

/** Two ledgers of one content give the same answers, whatever order the database sorts by. */
export function twinTests(places: () => Places): void {
  describe("beside the ledger on SQLite", () => {
    const folder = mkdtempSync(join(tmpdir(), "ledger-pg-twins-"))
    afterAll(() => rmSync(folder, { recursive: true }))
    let opened = 0

    async function withTwins(work: (file: Ledger, server: Ledger) => Promise<void>): Promise<void> {
      const file = await openLedger(join(folder, `${++opened}.sqlite`))
      const server = await openLedger(await places().emptied())
      try {
        await work(file, server)
      } finally {
        await file.close()
        await server.close()
      }
    }

    test("gives the same answers on entries of all kinds", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(sketch, { minLength: 4, maxLength: 10 }),
          fc.array(query, { maxLength: 6 }),
          (sketches, queries) =>
            withTwins(async (file, server) => {
              for (const entry of sketches.map(toEntry))
                assert.deepEqual(await server.add(entry), await file.add(entry))
              assert.deepEqual(await answers(server, queries), await answers(file, queries))
            }),
        ),
        { numRuns: 6 },
      )
    })

    test("sorts by code points, whatever the order of the database", async () => {
      const names = [
        "zoo",
        "Zoo",
        "Äther",
        "ather",
        "Élan",
        "éclat",
        "ß",
        "ss",
        "🚢",
        "\uFB01n",
        "-a",
        "a-b",
        "ab",
        "A b",
      ]
      await withTwins(async (file, server) => {
        for (const name of names) {
          const claims = [{ source: name, cue: "said", content: ["boats came"] }]
          const entry = toEntry({ url: `https://${names.indexOf(name)}.example/`, publisher: name, text: `${name} said boats came.`, claims }) // biome-ignore format: one sketch
          assert.deepEqual(await server.add(entry), await file.add(entry))
        }
        const sameText = (publisher: string) => toEntry({ url: `https://x.example/${publisher.length}${publisher.charCodeAt(0)}`, publisher }) // biome-ignore format: one sketch
        for (const name of names) for (const ledger of [file, server]) await ledger.add(sameText(name))
        assert.deepEqual(await server.sources(), await file.sources())
        assert.deepEqual(await server.attributions({ limit: 200 }), await file.attributions({ limit: 200 }))
        assert.deepEqual(await server.search("boats", { limit: 200 }), await file.search("boats", { limit: 200 }))
      })
    })

    test("holds words and names of any length", async () => {
      const [word, name] = [
        "x".repeat(9000),
        Array.from({ length: 3000 }, (_, i) => `n${(i * 7919) % 10007}`).join(" "),
      ]
      const text = `${name} said ${word}a came. The other said ${word}b.`
      const claims = [{ source: name, cue: "said", content: [`${word}a came`] }]
      await withTwins(async (file, server) => {
        for (const ledger of [file, server]) await ledger.add(toEntry({ text, claims, publisher: name, title: word }))
        for (const words of [`${word}a`, `${word}b`, word, `${word}c`]) {
          assert.deepEqual(await server.search(words), await file.search(words))
        }
        assert.equal((await server.search(`${word}a`)).length, 2)
        assert.equal((await server.search(`${word}c`)).length, 0)
        assert.deepEqual(await server.sources(), await file.sources())
        assert.deepEqual(await server.verify(), [])
      })
    })

    test("gives the same answers on the examples", async () => {
      const entries = await readExamples()
      await withTwins(async (file, server) => {
        for (const entry of entries) assert.deepEqual(await server.add(entry), await file.add(entry))
        for (const ledger of [file, server]) await ledger.judge(toJudgement())
        const queries = [
          { source: "ministry" },
          { words: "bridge" },
          { act: "deny" as const, limit: 3 },
          { shownOnly: true },
        ]
        assert.deepEqual(await answers(server, queries), await answers(file, queries))
        assert.deepEqual(await server.judgements(), await file.judgements())
        for (const words of ["killed", "the ministry said", "Tolvey"]) {
          assert.deepEqual(await server.search(words), await file.search(words))
        }
      })
    })
  })
}

async function readExamples(): Promise<Entry[]> {
  const pipeline = await openPipeline()
  try {
    const entries: Entry[] = []
    for (const name of readdirSync(EXAMPLES).sort()) {
      const path = join(EXAMPLES, name)
      const bytes = new Uint8Array(readFileSync(path))
      const fetched = "2026-01-05T08:00:00.000Z"
      const snapshot = toSnapshot({ bytes, url: pathToFileURL(path).href, headers: {}, fetched })
      entries.push(await pipeline.read(snapshot, { file: path, place: path }))
    }
    return entries
  } finally {
    await pipeline.close()
  }
}
