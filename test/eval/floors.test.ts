import assert from "node:assert/strict"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { test } from "vitest"
import { findShortfalls, raiseFloors, readFloors, writeFloors } from "../../eval/floors.ts"
import { temporaryFolder } from "../temporary-folder.ts"

test("a figure on its floor holds, one below misses it, and so does one that was not measured", () => {
  const missed = findShortfalls({ linked: 0.66, exact: 0.419 }, { linked: 0.66, exact: 0.42, "token cue": 0.7 })
  assert.deepEqual(
    missed.map(({ name }) => name),
    ["exact", "token cue"],
  )
})

test("of a ceiling more is missed, and a margin gives way on both sides", () => {
  const floors = { "words per second": 3000, megabytes: 400 }
  const names = (figures: Record<string, number>, margin: number) =>
    findShortfalls(figures, floors, { margin, ceilings: ["megabytes"] }).map(({ name }) => name)
  assert.deepEqual(names({ "words per second": 3001, megabytes: 401 }, 1), ["megabytes"])
  assert.deepEqual(names({ "words per second": 2101, megabytes: 571 }, 0.7), [])
  assert.deepEqual(names({ "words per second": 2099, megabytes: 572 }, 0.7), ["words per second", "megabytes"])
})

const figures = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.double({ min: 0, max: 5000, noNaN: true }))

test("raising never lowers a floor nor lifts a ceiling, and the figures that held hold still", () => {
  fc.assert(
    fc.property(figures, figures, (floors, measured) => {
      const ceilings = ["c"]
      const raised = raiseFloors(floors, measured, { names: ["a", "b", "c"], ceilings })
      for (const [name, floor] of Object.entries(floors)) {
        assert.ok(name === "c" ? raised[name]! <= floor : raised[name]! >= floor, name)
      }
      const missed = (limits: Record<string, number>) =>
        findShortfalls(measured, limits, { ceilings }).map((one) => one.name)
      assert.deepEqual(missed(raised), missed(floors))
    }),
  )
})

test("raising adds the floors that were asked for and measured, and no others", () => {
  assert.deepEqual(raiseFloors({}, { linked: 0.66789, found: 0.8 }, { names: ["linked", "exact"] }), { linked: 0.667 })
})

test("writing the floors of one measurement leaves the others alone", () => {
  const path = join(temporaryFolder("floors"), "floors.json")
  writeFileSync(path, '{"bench":{"megabytes":400}}')
  writeFloors("attribution/x", { linked: 0.5 }, path)
  assert.deepEqual(JSON.parse(readFileSync(path, "utf8")), {
    bench: { megabytes: 400 },
    "attribution/x": { linked: 0.5 },
  })
  assert.deepEqual(readFloors("attribution/unknown", path), {})
})
