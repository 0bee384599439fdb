import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { readBlockModel } from "../../src/clean/block-model.ts"
import { probabilities, probability, type Trees } from "../../src/clean/trees.ts"

/** From node to node, as the trees' own description says. */
function asked({ roots, feature, threshold, left, right }: Trees, row: readonly number[]): number {
  const sum = roots.reduce((total, root) => {
    let node = root
    while (feature[node]! >= 0) node = row[feature[node]!]! <= threshold[node]! ? left[node]! : right[node]!
    return total + threshold[node]!
  }, 0)
  return 1 / (1 + Math.exp(-sum))
}

type Grown = { -readonly [Key in "feature" | "threshold" | "left" | "right"]: number[] }

/** A tree of so many leaves whose shape and questions the numbers decide. */
function grow(grown: Grown, leaves: number, draw: () => number): number {
  const node = grown.feature.push(-1) - 1
  grown.threshold.push((draw() % 200) / 100 - 1)
  grown.left.push(0)
  grown.right.push(0)
  if (leaves === 1) return node
  const first = 1 + (draw() % (leaves - 1))
  grown.feature[node] = draw() % 3
  grown.threshold[node] = (draw() % 7) - 3
  grown.left[node] = grow(grown, first, draw)
  grown.right[node] = grow(grown, leaves - first, draw)
  return node
}

/** Whole numbers that look drawn, the same for the same seed. */
function drawer(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 8
  }
}

function toTrees(sizes: readonly number[], seed: number): Trees {
  const draw = drawer(seed)
  const grown: Grown = { feature: [], threshold: [], left: [], right: [] }
  return { features: ["a", "b", "c"], roots: sizes.map((size) => grow(grown, size, draw)), ...grown }
}

const value = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.constantFrom(-0, 0.5, Infinity, -Infinity, Number.NaN))

test("trees answer as if they were walked from node to node, those of more leaves than a number has bits too", () => {
  const rows = fc.array(fc.tuple(value, value, value), { maxLength: 5 })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }), fc.nat(), rows, (sizes, seed, all) => {
      const trees = toTrees(sizes, seed)
      const expected = all.map((row) => asked(trees, row))
      assert.deepEqual([...probabilities(trees, Float64Array.from(all.flat()), 3)], expected)
      assert.deepEqual(all.map((row) => probability(trees, row)), expected) // biome-ignore format: one line
    }),
  )
})

test("the shipped trees of blocks answer as if they were walked", () => {
  const trees = readBlockModel()
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const draw = drawer(seed)
      const row = trees.features.map(() => (draw() % 3 === 0 ? (draw() % 4000) / 40 - 1 : draw() % 2))
      assert.equal(probability(trees, row), asked(trees, row))
    }),
    { numRuns: 200 },
  )
})
