import assert from "node:assert/strict"
import { describe, test } from "vitest"
import type { NamedSpan } from "../../src/model/entity.ts"
import { told } from "./told.ts"

const NAMES: readonly (readonly [string, NamedSpan["kind"]])[] = [
  ["Orla Vantreight", "person"],
  ["Piers Holloway", "person"],
  ["Dana Roe", "person"],
  ["Lodmark", "place"],
]
const rolesOf = (source: string, of = "Orla Vantreight"): readonly string[] =>
  told(source, { names: NAMES }).entities.find(({ name }) => name === of)!.roles

describe("roles", () => {
  test("what one runs is a role", () => {
    const source = "Orla Vantreight, who heads the Lodmark harbour board in the north, came."
    assert.deepEqual(rolesOf(source), ["heads the Lodmark harbour board"])
    assert.deepEqual(rolesOf("Orla Vantreight, who ran for office, came."), [])
    assert.deepEqual(rolesOf("Orla Vantreight, a lawyer who was the mayor, came."), ["lawyer", "mayor"])
  })

  test("offices with of in them stand before a name", () => {
    assert.deepEqual(rolesOf("He met Undersecretary for Harbour Affairs Orla Vantreight."), [
      "Undersecretary for Harbour Affairs",
    ])
    assert.deepEqual(rolesOf("Supporters of Orla Vantreight came."), [])
  })

  test("plural ones are of all who are listed", () => {
    const source = "The presidential candidates Orla Vantreight (L-Tarn), Piers Holloway of Lodmark and Dana Roe came."
    for (const name of ["Orla Vantreight", "Piers Holloway", "Dana Roe"])
      assert.deepEqual(rolesOf(source, name), ["presidential candidates"])
  })

  test("a short title that was taken for a sentence's end is one", () => {
    assert.deepEqual(rolesOf("He met state Del. Orla Vantreight there."), ["state Del."])
  })

  test("a verb before a title is no part of it", () => {
    assert.deepEqual(rolesOf("The poll shows upstart Sen. Orla Vantreight ahead."), ["upstart Sen."])
    assert.deepEqual(rolesOf("They mention former mayor Orla Vantreight."), ["former mayor"])
  })

  test("clauses and quantities are none", () => {
    assert.deepEqual(rolesOf("Orla Vantreight, vying to be the next president, came."), [])
    assert.deepEqual(rolesOf("Orla Vantreight, most of all, came."), [])
    assert.deepEqual(rolesOf("Orla Vantreight, those days are over for a mayor, came."), [])
  })

  test("callings that no list has are told by their ending", () => {
    assert.deepEqual(rolesOf("Orla Vantreight, a Lodmark carillonist at the minster, came."), ["Lodmark carillonist"])
  })

  test("between a role and its name stands only what belongs to it", () => {
    assert.deepEqual(rolesOf("Her business partner at Lodmark, Orla Vantreight, came."), [
      "business partner at Lodmark",
    ])
    assert.deepEqual(rolesOf("After the mayor won on Sunday, Orla Vantreight came."), [])
  })

  test("two roles before a name are both read", () => {
    assert.deepEqual(rolesOf("The radio host and former mayor Orla Vantreight came."), ["former mayor", "radio host"])
  })
})
