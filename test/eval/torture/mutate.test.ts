import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { mutate } from "../../../eval/torture/mutate.ts"

test("damages differently for each seed, the same for the same, and leaves the page alone", () => {
  const page = Buffer.from(Array.from({ length: 999 }, (_, line) => `<p>Ferry ${line} stays.</p>`).join(""))
  const before = Buffer.from(page)
  const copies = Array.from({ length: 50 }, (_, seed) => Buffer.from(mutate(page, seed)).toString("hex"))
  assert.ok(new Set(copies).size >= 45) // A byte may be set to what it was.
  assert.equal(Buffer.from(mutate(page, 7)).toString("hex"), copies[7])
  assert.deepEqual(page, before)
})

test("takes any bytes, none too, and adds at most 33 kB", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(), (bytes, seed) => {
      assert.ok(mutate(bytes, seed).length <= bytes.length + 33_000)
    }),
  )
})
