import assert from "node:assert/strict"
import { test } from "vitest"
import { mersenneTwister, permutation } from "../../../eval/attribution/mersenne-twister.ts"

// Printed by Python 3.11: the first two numbers of random.Random(seed).random() and the 1300th.
const PYTHON = [
  [1, 0.13436424411240122, 0.8474337369372327, 0.25500966051425156],
  [0, 0.8444218515250481, 0.7579544029403025, 0.04871767121707815],
  [42, 0.6394267984578837, 0.025010755222666936, 0.7916619578635435],
  [4294967295, 0.6353574441341173, 0.20319993954407756, 0.12848762068586594],
] as const

test("draws Python's numbers, past the first and second renewal of its state too", () => {
  for (const [seed, first, second, late] of PYTHON) {
    const random = mersenneTwister(seed)
    const drawn = Array.from({ length: 1300 }, random)
    assert.deepEqual([drawn[0], drawn[1], drawn[1299]], [first, second, late])
  }
})

test("puts places into numpy's order", () => {
  // Printed by numpy: RandomState(seed).permutation(10).
  assert.deepEqual(permutation(10, 0), [2, 8, 4, 9, 1, 6, 7, 3, 0, 5])
  assert.deepEqual(permutation(10, 1), [2, 9, 6, 4, 0, 3, 1, 7, 8, 5])
  assert.deepEqual(permutation(10, 2), [4, 1, 5, 0, 7, 2, 3, 6, 9, 8])
  assert.deepEqual(permutation(1, 3), [0])
})
