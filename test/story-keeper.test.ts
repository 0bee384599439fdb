import assert from "node:assert/strict"
import { test } from "vitest"
import type { Judgement } from "../src/model/judgement.ts"
import type { Ledger } from "../src/model/ledger.ts"
import { openStoryKeeper } from "../src/story-keeper.ts"
import { BRIDGE, ledgerOf } from "./invented-ledger.ts"

const ids = async (ledger: Ledger, keeper = openStoryKeeper(ledger)) =>
  (await keeper()).map((story) => story.map(({ document }) => document.id).sort()).sort()

const judgement = (left: string, right: string, verdict: string): Judgement => ({
  ...{ left, right, verdict, score: null, by: "user:ines", reason: null, at: "2031-04-01T10:00:00Z" },
})

test("the second time only what is new is read, with the same stories as all at once", async () => {
  const ledger = await ledgerOf(BRIDGE.slice(0, 2))
  const read: string[] = []
  const watched: Ledger = { ...ledger, document: async (id) => ledger.document(read[read.push(id) - 1]!) }
  const keeper = openStoryKeeper(watched)
  await keeper()
  for (const entry of BRIDGE) await ledger.add(entry)
  read.length = 0
  const stories = await ids(watched, keeper)
  assert.equal(read.length, BRIDGE.length - 2)
  assert.deepEqual(stories, await ids(ledger))
})

test("people's judgements put documents together and hold them apart, and a later one counts", async () => {
  const ledger = await ledgerOf(BRIDGE)
  const keeper = openStoryKeeper(ledger)
  const [first, second] = BRIDGE.map(({ document }) => document.id) as [string, string]
  const together = async () =>
    (await ids(ledger, keeper)).some((story) => story.includes(first) && story.includes(second))
  assert.equal(await together(), true)
  await ledger.judge(judgement(first, second, "different"))
  assert.equal(await together(), false)
  await ledger.judge(judgement(second, first, "same"))
  assert.equal(await together(), true)
  await ledger.judge(judgement(first, second, "different"))
  await ledger.judge(judgement(first, second, "withdrawn"))
  assert.equal(await together(), true)
})
