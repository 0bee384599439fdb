import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { type JudgedPair, judgedPairs } from "../../src/model/judged-pairs.ts"

const same = (left: string, right: string): JudgedPair => ({ left, right, same: true })
const different = (left: string, right: string): JudgedPair => ({ left, right, same: false })

test("who is one with a second, who is one with a third, is one with it", () => {
  const judged = judgedPairs([same("a", "b"), same("c", "b")])
  assert.equal(judged.verdictOn("a", "c"), "one")
  assert.deepEqual([...judged.groupOf("c")].sort(), ["a", "b", "c"])
  assert.equal(judged.verdictOn("a", "d"), null)
})

test("who is another than one of a group is another than all of it", () => {
  const judged = judgedPairs([same("a", "b"), different("b", "c"), same("c", "d")])
  assert.deepEqual([judged.verdictOn("a", "d"), judged.verdictOn("d", "a")], ["two", "two"])
  assert.deepEqual([judged.hasOther("a"), judged.hasOther("e")], [true, false])
})

test("what was judged to be two stays two, whatever was said of third things", () => {
  const thing = fc.constantFrom("a", "b", "c", "d", "e")
  const pairs = fc.array(fc.record({ left: thing, right: thing, same: fc.boolean() }))
  fc.assert(
    fc.property(pairs, (given) => {
      const judged = judgedPairs(given)
      for (const pair of given) {
        if (!pair.same && pair.left !== pair.right) assert.equal(judged.verdictOn(pair.left, pair.right), "two")
      }
      for (const one of "abcde")
        for (const two of "abcde") assert.equal(judged.verdictOn(one, two), judged.verdictOn(two, one))
    }),
  )
})
