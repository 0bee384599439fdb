import assert from "node:assert/strict"
import { test } from "vitest"
import { copySubject, judgedCopies } from "../../src/model/judged-copies.ts"
import type { LoggedJudgement } from "../../src/model/judgement.ts"
import { toJudgement } from "../ledger/entries.ts"

const id = (digit: string) => `d-${digit.repeat(20)}`
const [ONE, TWO] = [id("1"), id("2")]

const logged = (...said: readonly (readonly [left: string, right: string, verdict: string])[]): LoggedJudgement[] =>
  said.map(([left, right, verdict], index) => ({
    ...toJudgement({ left, right, verdict }),
    ...{ number: index + 1, previous: "", hash: `${index}`, origin: null },
  }))
const of = (...said: readonly (readonly [left: string, right: string, verdict: string])[]) =>
  judgedCopies(
    logged(...said.map(([left, right, verdict]) => [copySubject(left), copySubject(right), verdict] as const)),
  )
const from = (judged: ReturnType<typeof of>) => [judged.on(ONE, TWO)?.from ?? null, judged.on(TWO, ONE)?.from ?? null]

test("who took it from whom is told whichever of the two is asked about first", () => {
  assert.deepEqual(from(of([ONE, TWO, "copies"])), ["left", "right"])
  assert.deepEqual(from(of([ONE, TWO, "common-origin"])), ["third", "third"])
  assert.deepEqual(from(of([ONE, TWO, "independent"])), ["neither", "neither"])
})

test("the last judgement on two documents counts, and turning it round is one on the same two", () => {
  assert.deepEqual(from(of([ONE, TWO, "copies"], [TWO, ONE, "copies"])), ["right", "left"])
  const withdrawn = of([ONE, TWO, "copies"], [TWO, ONE, "withdrawn"])
  assert.deepEqual([from(withdrawn), withdrawn.isJudged(ONE, TWO), withdrawn.pairs], [[null, null], false, []])
})

test("whoever is unsure has judged, and settles nothing", () => {
  const judged = of([ONE, TWO, "unsure"])
  assert.deepEqual([from(judged), judged.isJudged(TWO, ONE), judged.pairs], [[null, null], true, []])
})

test("judgements on the stories of documents, on names and on claims are none on copies", () => {
  const judged = judgedCopies(
    logged([ONE, TWO, "same"], ["name:a", "name:b", "copies"], [copySubject(ONE), "name:b", "copies"]),
  )
  assert.deepEqual([judged.isJudged(ONE, TWO), judged.pairs], [false, []])
})
