import assert from "node:assert/strict"
import { test } from "vitest"
import { scoreRelations } from "../../../eval/relations/score-relations.ts"

test("a dispute is wrong where the label sees none, and not where readers may waver", () => {
  const said = (gold: string) => ({ gold, said: "disputes" })
  const figures = scoreRelations([said("disputes"), said("confirms"), said("compatible"), said("unsure")])
  assert.equal(figures["wrong disputes"], 0.25)
  assert.equal(figures.accuracy, 0.25)
  assert.equal(figures.disputes, 2 / 5)
})

test("without pairs every figure is nought", () => {
  assert.deepEqual(new Set(Object.values(scoreRelations([]))), new Set([0]))
})
