import assert from "node:assert/strict"
import { test } from "vitest"
import { judgementHistory } from "../../src/model/judgement-history.ts"
import { latestJudgements } from "../../src/model/latest-judgements.ts"
import { toJudgement } from "../ledger/entries.ts"

const logged = (...said: readonly (readonly [left: string, right: string | null, verdict: string])[]) =>
  said.map(([left, right, verdict], index) => ({
    ...toJudgement({ left, right, verdict, by: `user:${index + 1}` }),
    ...{ number: index + 1, previous: "", hash: `${index}`, origin: null },
  }))

test("each judgement on a thing says what became of it, be the other one named first", () => {
  const judgements = logged(
    ["a-1", null, "wrong"],
    ["a-1", "a-2", "same"],
    ["a-2", "a-1", "disputes"],
    ["a-1", null, "withdrawn"],
    ["a-3", "a-2", "same"],
  )
  assert.deepEqual(
    judgementHistory(judgements, "a-1").map(({ number, became }) => [
      number,
      became.state,
      "by" in became && became.by,
    ]),
    [
      [1, "withdrawn", "user:4"],
      [2, "replaced", "user:3"],
      [3, "counts", false],
    ],
  )
  const counting = new Set(latestJudgements(judgements).map(({ number }) => number))
  for (const thing of ["a-1", "a-2", "a-3"]) {
    for (const { number, became } of judgementHistory(judgements, thing)) {
      assert.equal(became.state === "counts", counting.has(number))
    }
  }
})

test("of a thing that nobody judged there is no history", () => {
  assert.deepEqual(judgementHistory(logged(["a-1", null, "wrong"]), "a-2"), [])
})
