import assert from "node:assert/strict"
import { test } from "vitest"
import { told } from "./told.ts"

const namesOf = (source: string, names: NonNullable<Parameters<typeof told>[1]>["names"] & object): string[] =>
  told(source, { names }).entities.map(({ name }) => name)

test("a pronoun that was found as a name is none, the initials of a country are one", () => {
  assert.deepEqual(namesOf("I met Ivan Roe. We left.", [["I", "person"], ["We", "organisation"], ["Ivan Roe", "person"]]), ["Ivan Roe"]) // biome-ignore format: one line
  assert.deepEqual(namesOf("He met US troops.", [["US", "organisation"]]), ["US"])
})

test("operations and ships are nobody", () => {
  const source = "Operation Silent Tarn began as HMS Vantreight left Lodmark."
  const names = [["Silent Tarn", "place"], ["Vantreight", "person"], ["Lodmark", "place"]] as const // biome-ignore format: one list
  assert.deepEqual(namesOf(source, names), ["Lodmark"])
})
