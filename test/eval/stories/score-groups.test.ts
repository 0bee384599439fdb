import assert from "node:assert/strict"
import { test } from "vitest"
import { groupsAt, linkArticles } from "../../../eval/stories/link-articles.ts"
import { scoreB3, scorePairs } from "../../../eval/stories/score-groups.ts"

test("all in one story has full recall, each alone full precision", () => {
  const events = ["flood", "flood", "fire", "fire"]
  assert.deepEqual(scoreB3([1, 1, 1, 1], events), { p: 0.5, r: 1, f1: 2 / 3 })
  assert.deepEqual(scoreB3([1, 2, 3, 4], events), { p: 1, r: 0.5, f1: 2 / 3 })
  assert.equal(scorePairs([1, 1, 2, 2], events).ari, 1)
  assert.equal(scorePairs([1, 1, 1, 1], events).ari, 0)
  assert.equal(scorePairs([1, 2, 3, 4], events).f1, 0)
})

test("a group's score is the mean over its members, and a higher threshold stops earlier", () => {
  const scores = [[0, 4, 1, -9], [4, 0, -2, -9], [1, -2, 0, -9], [-9, -9, -9, 0]].map((row) => Float64Array.from(row)) // biome-ignore format: a table
  const merges = linkArticles(scores, -1)
  assert.deepEqual(merges, [{ into: 0, from: 1, score: 4 }, { into: 0, from: 2, score: -0.5 }]) // biome-ignore format: a table
  assert.deepEqual(groupsAt(merges, -1, 4), [0, 0, 0, 3])
  assert.deepEqual(groupsAt(merges, 0, 4), [0, 0, 2, 3])
  assert.deepEqual(linkArticles([], 0), [])
})
