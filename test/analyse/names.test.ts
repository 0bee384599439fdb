import assert from "node:assert/strict"
import { test } from "vitest"
import { NAME_LABELS } from "../../src/model/encoding.ts"
import { toText } from "../../src/model/text.ts"
import { analysed, emptyEncoding } from "./analysed.ts"

/** Names of a text whose words the model gives these labels, sure of each. */
function namesOf(value: string, labels: readonly number[]): [string, string][] {
  const text = toText(value)
  const names = new Float32Array(NAME_LABELS.length * labels.length)
  for (const [word, label] of labels.entries()) names[NAME_LABELS.length * word + label] = 0.9
  const found = analysed(text, { ...emptyEncoding(text), names }).names
  return found.map(({ start, end, kind }) => [value.slice(start, end), kind])
}

test("words of one kind in a row are one name, and a word that begins one begins another", () => {
  assert.deepEqual(namesOf("Oru Vane Ines Ost in Lodmark", [1, 2, 1, 2, 0, 5]), [
    ["Oru Vane", "person"],
    ["Ines Ost", "person"],
    ["Lodmark", "place"],
  ])
})

test("a name that goes on as another kind is two names", () => {
  assert.deepEqual(namesOf("Lodmark Council met", [5, 4, 0]), [
    ["Lodmark", "place"],
    ["Council", "organisation"],
  ])
})

test("without a head for names there are none", () => {
  assert.deepEqual(analysed(toText("Oru Vane")).names, [])
})
