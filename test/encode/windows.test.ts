import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { mostCentral } from "../../src/encode/encoder.ts"
import { cutWindows, shapeOf } from "../../src/encode/windows.ts"

const word = fc.array(fc.integer({ min: 1000, max: 2000 }), { minLength: 1, maxLength: 8 })
const texts = fc.array(word, { maxLength: 300 }).map((ids) => ({ ids, shapes: ids.map(() => 1) }))
const sizes = fc.record({ size: fc.integer({ min: 12, max: 64 }), stride: fc.integer({ min: 4, max: 62 }) })

describe("windows", () => {
  test("hold every word, fit the model, and speak for each word exactly once", () => {
    fc.assert(
      fc.property(texts, sizes, (pieces, size) => {
        const windows = cutWindows(pieces, size)
        assert.ok(windows.every(({ ids }) => ids.length <= size.size))
        const spokenFor = windows.flatMap((_, i) => {
          const [from, to] = mostCentral(windows, i)
          assert.ok(windows[i]!.start <= from && to <= windows[i]!.end)
          return Array.from({ length: to - from }, (_, n) => from + n)
        })
        assert.deepEqual(
          spokenFor,
          pieces.ids.map((_, i) => i),
        )
      }),
    )
  })

  test("give each word its own pieces, in place", () => {
    fc.assert(
      fc.property(texts, sizes, (pieces, size) => {
        for (const { start, ids, first } of cutWindows(pieces, size)) {
          first.forEach((at, i) => {
            const own = pieces.ids[start + i]!
            assert.deepEqual(ids.slice(at, at + own.length), own)
          })
        }
      }),
    )
  })

  test("are none for a text without words", () => {
    assert.deepEqual(cutWindows({ ids: [], shapes: [] }, { size: 320, stride: 256 }), [])
  })
})

test("the shape of a word tells its letter case", () => {
  const shapes = ["said", "NATO", "A", "Oru", "iPhone", "2031", "—", "3rd", "Ünal", "éclair", "O'Hara"].map(shapeOf)
  assert.deepEqual(shapes, [1, 2, 3, 3, 0, 4, 0, 1, 3, 1, 3])
})
