import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { withoutDoubles } from "../../src/attribute/without-doubles.ts"
import type { Attribution } from "../../src/model/attribution.ts"

const said = (id: string, confidence: number, ...content: [number, number][]): Attribution => ({
  ...{ id, confidence, source: null, cue: null, quotation: "indirect", act: "assert" },
  ...{ within: null, speaker: null, onBehalfOf: null, shown: true, because: [] },
  content: content.map(([start, end]) => ({ start, end })),
})

const left = (...attributions: Attribution[]) => withoutDoubles(attributions).map(({ id }) => id)

describe("of attributions", () => {
  test("with one content the surer stays, of equally sure ones the first", () => {
    assert.deepEqual(left(said("a", 0.5, [10, 50]), said("b", 0.7, [10, 48])), ["b"])
    assert.deepEqual(left(said("a", 0.7, [10, 50]), said("b", 0.7, [10, 48])), ["a"])
  })

  test("one within another, or that shares half with it, stays", () => {
    assert.deepEqual(left(said("a", 0.9, [10, 50]), said("b", 0.5, [30, 50]), said("c", 0.5, [25, 70])), [
      "a",
      "b",
      "c",
    ])
  })

  test("one that the other reports stays, however long what it says is", () => {
    const outer = said("a", 0.9, [10, 200])
    const inner = { ...said("b", 0.5, [30, 200]), source: { start: 10, end: 20 }, cue: { start: 21, end: 29 } }
    assert.deepEqual(left(outer, inner), ["a", "b"])
  })

  test("in pieces, all pieces count", () => {
    assert.deepEqual(left(said("a", 0.9, [0, 10], [20, 60]), said("b", 0.5, [0, 10], [21, 60])), ["a"])
    assert.deepEqual(left(said("a", 0.9, [0, 10], [20, 60]), said("b", 0.5, [0, 10])), ["a", "b"])
  })

  test("any others stay, in their order, and each that goes has a surer or equal one that stays", () => {
    const one = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 20 }), fc.nat(9))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (rows) => {
        const all = rows.map(([start, size, sure], i) => said(`${i}`, sure / 10, [start, start + size]))
        const kept = withoutDoubles(all)
        assert.deepEqual(
          kept,
          all.filter((each) => kept.includes(each)),
        )
        const best = Math.max(...all.map(({ confidence }) => confidence))
        assert.ok(all.length === 0 || kept.some(({ confidence }) => confidence === best))
        assert.deepEqual(withoutDoubles(kept), kept)
      }),
    )
  })
})
