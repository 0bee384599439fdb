import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { type AuthorPlace, PLACE_KINDS } from "../../src/clean/author-places.ts"
import { authorSets } from "../../src/clean/author-sets.ts"

const place = (kind: AuthorPlace["kind"], ...lines: string[]): AuthorPlace => ({ kind, from: kind, lines })
const namesOf = (...places: AuthorPlace[]): string[] =>
  authorSets(places, "The Varn Ledger").map(({ names }) => names.join(" + "))

test("nobody is always one of the sets, and the only one where no place gives a name", () => {
  assert.deepEqual(namesOf(), [""])
  assert.deepEqual(namesOf(place("meta author", "admin", "12")), [""])
})

test("the same names from two places are one set, which both places give", () => {
  const [, first] = authorSets([place("data", "Ines Marlow"), place("byline", "By INES MARLOW")], null)
  assert.deepEqual([...first!.kinds], ["data", "byline"])
})

test("a place with several lines gives all their names, and those of its first line", () => {
  const sets = namesOf(place("class", "Ines Marlow", "Tom Arden"))
  assert.ok(sets.includes("Ines Marlow + Tom Arden"))
  assert.ok(sets.includes("Ines Marlow"))
})

test("names that nothing parts may begin at given names", () => {
  assert.ok(namesOf(place("class", "Emma Marlow Thomas Arden")).includes("Emma Marlow + Thomas Arden"))
})

test("a desk is one of the sets, though no person's name", () => {
  const [, desk] = authorSets([place("data", "Ledger News Desk")], "The Varn Ledger")
  assert.deepEqual([desk!.names, desk!.isLoose], [["Ledger News Desk"], true])
})

test("any lines give some sets, each with other names", () => {
  const places = fc.array(
    fc.record({
      kind: fc.constantFrom(...PLACE_KINDS),
      from: fc.constant("x"),
      lines: fc.array(fc.string({ unit: "binary" })),
    }),
  )
  fc.assert(
    fc.property(places, (given) => {
      const sets = authorSets(given, null)
      assert.ok(sets.length >= 1 && sets.length <= 25)
      assert.equal(sets[0]!.names.length, 0)
    }),
    { numRuns: 200 },
  )
})
