import assert from "node:assert/strict"
import { test } from "vitest"
import { loadRelations } from "../../../src/lexicon/relations.ts"
import type { Quantity } from "../../../src/reconcile/relations/claim.ts"
import { compareQuantities } from "../../../src/reconcile/relations/compare-quantities.ts"

const lexicon = loadRelations()
const one = (parts: Partial<Quantity>): Quantity => ({
  start: 0,
  end: 1,
  measure: "count",
  low: null,
  high: null,
  about: false,
  unit: null,
  of: null,
  ...parts,
})
const value = (number: number, unit: string | null = null, of: string | null = null) =>
  one({ low: number, high: number, unit, of })
const agreement = (left: Quantity, right: Quantity) => compareQuantities([left], [right], lexicon)?.agreement

test("values in other units are compared as what they measure", () => {
  assert.equal(agreement(value(5000, "hectares"), value(12400, "acres")), "equal")
  assert.equal(agreement(value(40, "km"), value(10, "miles")), "apart")
  assert.equal(agreement(value(650, null, "cubic metres"), value(650_000, "litres", "litres")), "equal")
  assert.equal(agreement(value(40, "degrees", "Celsius"), value(104, "degrees", "Fahrenheit")), "equal")
})

test("open intervals overlap when a value is possible for both", () => {
  assert.equal(agreement(one({ low: 30, high: null }), value(37)), "overlap")
  assert.equal(agreement(one({ low: null, high: 42 }), one({ low: 71, high: null })), "apart")
  assert.equal(agreement(one({ low: 50, high: 70 }), one({ low: 61, high: null })), "overlap")
})

test("about so many is the same as a value nearby, and not as one far off", () => {
  assert.equal(agreement({ ...value(2000), about: true }, value(1950)), "equal")
  assert.equal(agreement({ ...value(2000), about: true }, value(1500)), "apart")
})

test("things of different dimensions are not compared", () => {
  assert.equal(compareQuantities([value(5, "km")], [value(5, "kg")], lexicon), null)
  assert.equal(compareQuantities([], [value(5)], lexicon), null)
})

test("of several figures those that measure the same are taken", () => {
  const [dead, hurt] = [
    { ...value(3), measure: "killed" as const },
    { ...value(9), measure: "wounded" as const },
  ]
  const pair = compareQuantities([dead, hurt], [{ ...value(4), measure: "killed" as const }], lexicon)
  assert.equal(pair?.left, dead)
  assert.equal(pair?.agreement, "apart")
})
