import assert from "node:assert/strict"
import { test } from "vitest"
import { type ComparedFigure, compareFigures, figureText } from "../../../src/reconcile/check/compare-figures.ts"

const killed = (low: number | null, high: number | null, rest: Partial<ComparedFigure> = {}): ComparedFigure => ({
  ...{ measure: "killed", low, high, about: false, unit: "people", status: "unknown", period: "unknown" },
  ...{ meant: null, partOf: null, ...rest },
})

test("figures clash when they share no value, and hold together when they do", () => {
  assert.equal(compareFigures(killed(71, null), killed(0, 0)), "clash")
  assert.equal(compareFigures(killed(71, null), killed(75, 80)), "same")
  assert.equal(compareFigures(killed(70, 70, { about: true }), killed(75, 75)), "same")
})

test("figures of another measure, day, status, or of a part are not set against each other", () => {
  const asked = killed(71, null)
  assert.equal(compareFigures(asked, killed(3, 3, { measure: "wounded" })), "apart")
  assert.equal(compareFigures(asked, killed(3, 3, { partOf: "f-1" })), "apart")
  assert.equal(compareFigures(killed(9, 9, { meant: "2031-03-12" }), killed(3, 3, { meant: "2031-03-13" })), "apart")
  assert.equal(compareFigures(killed(9, 9, { status: "civilian" }), killed(3, 3, { status: "combatant" })), "apart")
})

test("a figure is written with its bounds", () => {
  assert.equal(figureText(killed(71, null)), "71+ killed")
  assert.equal(figureText(killed(15_000, 16_000)), "15,000–16,000 killed")
  assert.equal(figureText(killed(null, 20, { about: true })), "about up to 20 killed")
})
