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

const kindsOf = (source: string, names: Parameters<typeof namesOf>[1]): string[] =>
  told(source, { names }).entities.map(({ name, kind }) => `${name} ${kind}`)

test("what stands in a dateline is a place, also where it is named again", () => {
  const source = "TOLLEN, Velmark (Ostmark Press) - Rain fell. Then Velmark was silent, and Tollen too."
  const names = [["TOLLEN", "organisation"], ["Velmark", "person"], ["Ostmark Press", "organisation"], ["Tollen", "person"]] as const // biome-ignore format: one list
  assert.deepEqual(kindsOf(source, names), ["TOLLEN place", "Velmark place", "Ostmark Press organisation"])
})

test("a name met behind in, or with a ministry, is no person's, unless a person is named so in full", () => {
  assert.deepEqual(kindsOf("Rain fell in Tollen. Tollen slept.", [["Tollen", "person"]]), ["Tollen place"])
  assert.deepEqual(kindsOf("Velmark's interior ministry met.", [["Velmark", "person"]])[0], "Velmark place")
  assert.deepEqual(kindsOf("Few had any confidence in Tollen.", [["Tollen", "person"]]), ["Tollen person"])
  const full = [
    ["Ivan Tollen", "person"],
    ["Tollen", "person"],
  ] as const
  assert.deepEqual(kindsOf("Ivan Tollen met Hale. They saw a leader in Tollen.", full), ["Ivan Tollen person"])
})
