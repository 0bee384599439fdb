import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { LINE_REGIONS, lineRegions } from "../../src/clean/line-regions.ts"

const regionsOf = (...lines: readonly (readonly [words: number, chance: number])[]) =>
  lineRegions(lines.map(([words, chance]) => ({ words, chance, isProse: words >= 20 })))
const MENU = [2, 0.9] as const
const PROSE = [30, 0.05] as const

test("lines are told by where they stand to the stretch that is likely the article", () => {
  assert.deepEqual(
    regionsOf(MENU, MENU, MENU, MENU, PROSE, MENU, PROSE, MENU, MENU, MENU, MENU),
    [
      "before", "just before", "just before", "just before", "inside", "inside", "inside",
      "just after", "just after", "just after", "after",
    ], // biome-ignore format: one list
  )
})

test("a teaser far from the article is outside, a box between its paragraphs inside", () => {
  const far = regionsOf([12, 0.3], ...Array(6).fill(MENU), PROSE, PROSE, MENU, PROSE)
  assert.equal(far[0], "before")
  assert.deepEqual(far.slice(-4), ["inside", "inside", "inside", "inside"])
})

test("in a list or a table the place of a line says nothing", () => {
  const rows = Array(6).fill([3, 0.2])
  assert.deepEqual(new Set(regionsOf(MENU, PROSE, PROSE, ...rows, MENU)), new Set(["in lists"]))
  assert.equal(regionsOf(MENU, ...Array(9).fill(PROSE), ...rows, MENU)[0], "just before")
})

test("where nothing is likely the article no place is told", () => {
  assert.deepEqual(regionsOf(MENU, MENU), ["in lists", "in lists"])
  assert.deepEqual(regionsOf(), [])
})

test("each line has a region, those inside stand together", () => {
  const line = fc.tuple(fc.nat({ max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const regions = regionsOf(...lines)
      assert.equal(regions.length, lines.length)
      assert.ok(regions.every((region) => LINE_REGIONS.includes(region)))
      assert.match(regions.map((region) => (region === "inside" ? "x" : ".")).join(""), /^\.*x*\.*$/)
    }),
  )
})
