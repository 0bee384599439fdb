import assert from "node:assert/strict"
import { test } from "vitest"
import { b3 } from "../../eval/b3.ts"

const score = (stories: number[], events: number[]) => b3(Int32Array.from(stories), Int32Array.from(events)).f1

test("B3 is 1 where stories are the events, whatever their numbers", () => {
  assert.equal(score([5, 5, 2], [0, 0, 1]), 1)
})

test("B3 counts an article's share of its story and of its event", () => {
  // Precision (1/2 + 1/2 + 1) / 3, recall 1.
  assert.equal(score([0, 0, 1], [0, 1, 2]).toFixed(6), "0.800000")
  assert.equal(score([0, 1, 2], [0, 0, 2]).toFixed(6), "0.800000")
})

test("articles of no story are right in nothing", () => {
  assert.equal(score([-1, -1], [0, 1]), 0)
})
