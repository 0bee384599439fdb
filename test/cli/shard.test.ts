import assert from "node:assert/strict"
import { test } from "vitest"
import { isInShard, parseShard } from "../../src/cli/shard.ts"

test("every place is in exactly one shard, and the shards are of like size", () => {
  const count = 8
  const sizes = Array<number>(count).fill(0)
  for (let i = 0; i < 4000; i++) {
    const shards = Array.from({ length: count }, (_, k) => k + 1).filter((number) =>
      isInShard({ number, count }, `/articles/${i}.txt`),
    )
    assert.equal(shards.length, 1)
    sizes[shards[0]! - 1]!++
  }
  assert.ok(
    sizes.every((size) => size > 400 && size < 600),
    String(sizes),
  )
})

test("a shard is written as its number and how many there are", () => {
  assert.deepEqual(parseShard("3/64"), { number: 3, count: 64 })
  for (const wrong of ["0/4", "5/4", "3", "3/", "/4", "a/b", "-1/4", "1.5/2", "0/0"])
    assert.equal(parseShard(wrong), null)
})
