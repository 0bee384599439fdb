import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { Postings } from "../../../src/reconcile/copies/postings.ts"

/** The same in the simplest way. */
function listed(pairs: readonly (readonly [number, number])[]): Map<number, number[]> {
  const lists = new Map<number, number[]>()
  for (const [key, entry] of pairs) lists.set(key, [...(lists.get(key) ?? []), entry])
  return lists
}

function read(postings: Postings, key: number): number[] {
  const entries: number[] = []
  postings.read(key, entries)
  return entries
}

test("gives back what was added, in order, whatever the keys", () => {
  const key = fc.oneof(
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.constant(0xffffffff),
  )
  const steps = fc.array(fc.tuple(key, fc.integer({ min: 1, max: 5_000_000 })), { maxLength: 2000 })
  fc.assert(
    fc.property(steps, (given) => {
      let entry = 0
      const pairs = given.map(([key, gap]) => {
        entry += gap
        return [key, entry] as const
      })
      const postings = new Postings()
      for (const [key, at] of pairs) postings.add(key, at)
      for (const [key, entries] of listed(pairs)) assert.deepEqual(read(postings, key), entries)
    }),
    { numRuns: 60 },
  )
})

test("gives back a hundred thousand postings out of many pages, and nothing for other keys", () => {
  const postings = new Postings()
  const keyOf = (i: number) => Math.imul(i, 2654435761) >>> 0
  for (let i = 0; i < 100_000; i++) postings.add(keyOf(i), i)
  for (let i = 0; i < 100_000; i += 7) assert.deepEqual(read(postings, keyOf(i)), [i])
  for (let i = 100_000; i < 101_000; i++) assert.deepEqual(read(postings, keyOf(i)), [])
})

test("keeps so many entries of a key as it was told, and says that there are more", () => {
  const postings = new Postings(20)
  for (let entry = 0; entry < 19; entry++) postings.add(7, entry)
  assert.equal(postings.read(7, []), false)
  for (let entry = 19; entry < 500; entry++) postings.add(7, entry)
  const entries: number[] = []
  assert.equal(postings.read(7, entries), true)
  assert.deepEqual(
    entries,
    Array.from({ length: 20 }, (_, i) => i),
  )
})

test("takes seven bytes or less, empty pages included, for a posting of many", () => {
  const postings = new Postings()
  const before = postings.bytes
  let state = 1
  for (let i = 0; i < 300_000; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    postings.add(state, Math.floor(i / 100))
  }
  assert.ok((postings.bytes - before) / 300_000 <= 7, `${postings.bytes / 300_000}`)
})
