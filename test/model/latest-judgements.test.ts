import assert from "node:assert/strict"
import { test } from "vitest"
import type { LoggedJudgement } from "../../src/model/judgement.ts"
import { latestJudgements } from "../../src/model/latest-judgements.ts"
import { toJudgement } from "../ledger/entries.ts"

const logged = (parts: Partial<LoggedJudgement>): LoggedJudgement => ({
  ...toJudgement(),
  ...{ number: 1, previous: "", hash: "", origin: null },
  ...parts,
})
const TAKEN_OVER = { origin: { number: 1, previous: "", hash: "" } }
const numbers = (judgements: LoggedJudgement[]) => latestJudgements(judgements).map(({ number }) => number)

test("the last judgement on two things counts, whichever of them is named first", () => {
  const all = [
    logged({ left: "a", right: "b", verdict: "same" }),
    logged({ left: "c", right: "d", number: 2 }),
    logged({ left: "b", right: "a", verdict: "different", number: 3 }),
    logged({ left: "a", right: null, number: 4 }),
  ]
  assert.deepEqual(numbers(all), [2, 3, 4])
})

test("a withdrawn judgement is as none, until another is made", () => {
  const [made, withdrawn] = [logged({}), logged({ verdict: "withdrawn", number: 2 })]
  assert.deepEqual(numbers([made, withdrawn]), [])
  assert.deepEqual(numbers([made, withdrawn, logged({ number: 3 })]), [3])
})

test("a clock that runs backwards does not make an old judgement the last", () => {
  assert.deepEqual(
    numbers([logged({ at: "2031-03-12T08:00:00Z" }), logged({ at: "2030-01-01T00:00:00Z", number: 2 })]),
    [2],
  )
})

test("a judgement of another ledger counts as of the time at which it was made", () => {
  const own = logged({ at: "2031-03-12T08:00:00Z" })
  assert.deepEqual(numbers([own, logged({ ...TAKEN_OVER, at: "2031-03-11T08:00:00Z", number: 2 })]), [1])
  assert.deepEqual(numbers([own, logged({ ...TAKEN_OVER, at: "2031-03-13T08:00:00Z", number: 2 })]), [2])
})
