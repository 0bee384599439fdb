import assert from "node:assert/strict"
import { test } from "vitest"
import { regress } from "../../eval/regress.ts"

test("where a feature says nothing, the constant is the log odds of the answers", () => {
  const rows = [[1], [0], [1], [0], [1], [0], [1], [0]]
  const answers = [1, 1, 1, 1, 1, 1, 0, 0]
  const { weights, constant } = regress({ rows, answers, counts: rows.map(() => 1) }, 1)
  assert.ok(Math.abs(weights[0]!) < 1e-6)
  assert.ok(Math.abs(constant - Math.log(3)) < 1e-5)
})

test("a row that counts twice is as good as two, and a stronger ridge makes weights smaller", () => {
  const twice = regress({ rows: [[0], [1], [1]], answers: [0, 1, 0], counts: [1, 1, 1] }, 0.1)
  const rows = [[0], [1], [1], [0], [1], [1]]
  const doubled = regress({ rows, answers: [0, 1, 0, 0, 1, 0], counts: rows.map(() => 0.5) }, 0.1)
  assert.ok(Math.abs(twice.weights[0]! - doubled.weights[0]!) < 1e-6)
  const held = regress({ rows: [[0], [1], [1]], answers: [0, 1, 0], counts: [1, 1, 1] }, 10)
  assert.ok(Math.abs(held.weights[0]!) < Math.abs(twice.weights[0]!))
})
