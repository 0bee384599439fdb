import assert from "node:assert/strict"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, test, vi } from "vitest"
import { memoryLedger } from "../../src/ledger/memory.ts"
import { openLedger } from "../../src/ledger/open.ts"
import { toEntry } from "./entries.ts"
import { answers, query, sketch } from "./sketches.ts"

vi.setConfig({ testTimeout: 180_000 })

const folder = mkdtempSync(join(tmpdir(), "ledger-twins-"))
afterAll(() => rmSync(folder, { recursive: true }))

let opened = 0
const openFile = () => openLedger(join(folder, `${++opened}.sqlite`))

test("the ledger on SQLite and the one in memory give the same answers after every add", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sketch, { maxLength: 8 }),
      fc.array(query, { maxLength: 6 }),
      async (sketches, queries) => {
        const [file, memory] = [await openFile(), memoryLedger()]
        try {
          for (const entry of sketches.map(toEntry)) {
            assert.deepEqual(await file.add(entry), await memory.add(entry))
            assert.deepEqual(await answers(file, queries), await answers(memory, queries))
          }
        } finally {
          await file.close()
        }
      },
    ),
    { numRuns: 12 },
  )
})

test("answers do not hang on the order in which entries were added", async () => {
  const shuffled = fc
    .array(sketch, { minLength: 2, maxLength: 8 })
    .chain((sketches) =>
      fc.tuple(fc.constant(sketches), fc.shuffledSubarray(sketches, { minLength: sketches.length }), fc.array(query)),
    )
  await fc.assert(
    fc.asyncProperty(shuffled, async ([sketches, others, queries]) => {
      const [one, other] = [await openFile(), await openFile()]
      try {
        for (const entry of sketches.map(toEntry)) await one.add(entry)
        for (const entry of others.map(toEntry)) await other.add(entry)
        assert.deepEqual(await answers(one, queries), await answers(other, queries))
      } finally {
        await one.close()
        await other.close()
      }
    }),
    { numRuns: 12 },
  )
})
