import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { findSentences } from "../../src/analyse/sentences.ts"
import { loadAbbreviations } from "../../src/lexicon/abbreviations.ts"
import { loadPlaces } from "../../src/lexicon/places.ts"
import { findPlaces } from "../../src/locate/find-places.ts"
import type { Analysis } from "../../src/model/analysis.ts"
import { toText } from "../../src/model/text.ts"

const lexicon = loadPlaces()
const abbreviations = loadAbbreviations()

function analysed(value: string, names: Analysis["names"] = []): Analysis {
  const text = toText(value)
  const paragraphs = Array.from(text.value.matchAll(/[^\n]*\S[^\n]*/g), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }))
  const sentences = paragraphs.flatMap((paragraph) => findSentences(text.value, paragraph, abbreviations))
  return { text, paragraphs, quotations: [], names, sentences }
}

const placesIn = (value: string, country: string | null = null) => findPlaces(analysed(value), { lexicon, country })
const wordsOf = (value: string) => placesIn(value).map(({ start, end }) => value.slice(start, end))

test("takes a city for the one that the state after the comma says", () => {
  const [texan] = placesIn("The mill in Paris, Texas, burned for two days.")
  assert.equal(texan?.country, "US")
  const [french] = placesIn("The mill in Paris, France, burned for two days.")
  assert.equal(french?.country, "FR")
})

test("reads the abbreviation of a state after a comma, and not the same word elsewhere", () => {
  assert.deepEqual(wordsOf("A barn in Shelbyville, Ind., collapsed."), ["Shelbyville", "Ind."])
  assert.deepEqual(wordsOf("Miss. Or was it mass. Nobody knew."), [])
})

test("takes a name for the place that lies near the others of the text", () => {
  const value = "Police in Hamilton and Middletown, in Butler County, joined those of Oxford and Cincinnati, Ohio."
  const hamilton = placesIn(value).find(({ start }) => value.startsWith("Hamilton", start))
  assert.ok(hamilton && Math.abs(hamilton.latitude! - 39.4) < 0.3 && Math.abs(hamilton.longitude! + 84.56) < 0.3)
})

test("takes one sense a name and text", () => {
  const places = placesIn("Flooding closed roads in Athens, Ga., on Monday. Schools in Athens stay shut.")
  const athens = places.filter(({ name }) => name.startsWith("Athens"))
  assert.equal(athens.length, 2)
  assert.equal(athens[0]!.latitude, athens[1]!.latitude)
})

test("knows countries at war and their cities in either romanisation", () => {
  const places = placesIn("Shells fell on Kharkiv and Kharkov alike, while Bakhmut in eastern Ukraine was quiet.")
  assert.deepEqual(
    places.map(({ country }) => country),
    ["UA", "UA", "UA", "UA"],
  )
  assert.deepEqual(
    places.map(({ precision }) => precision),
    ["city", "city", "city", "country"],
  )
})

test("does not take persons, peoples and months for places", () => {
  assert.deepEqual(wordsOf("Mr. Houston and Sheriff Dale Lincoln met in May with French and Somali friends."), [])
})

test("gives a sea no point, and a street none either", () => {
  const [sea] = placesIn("The ship sank in the Black Sea.")
  assert.deepEqual([sea?.precision, sea?.latitude, sea?.longitude], ["none", null, null])
  const street = placesIn("The shop at 14 Quince Street was shut.").find(({ precision }) => precision === "none")
  assert.equal(street?.latitude, null)
})

test("a place that is the whole source of an attribution speaks, and is none", () => {
  const value = "Kyiv said that fighting went on near Bakhmut."
  const options = { lexicon, sources: [{ start: 0, end: 4 }] }
  assert.deepEqual(
    findPlaces(analysed(value), options).map(({ name }) => name),
    ["Bakhmut"],
  )
})

test("believes the model where it tags a name as a person's", () => {
  const value = "Everyone in Florence knew."
  const tagged = analysed(value, [{ start: 12, end: 20, kind: "person", score: 1 }])
  assert.equal(findPlaces(analysed(value), { lexicon }).length, 1)
  assert.equal(findPlaces(tagged, { lexicon }).length, 0)
})

test("leans to the publisher's country only where nothing else tells", () => {
  const value = "A bus left the road near Hamilton."
  assert.equal(placesIn(value, "NZ")[0]?.country, "NZ")
  assert.equal(placesIn("A bus left the road near Hamilton, Ontario.", "NZ")[0]?.country, "CA")
})

test("never throws, and gives spans in order that do not overlap, whatever the text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom("Paris", "A", "ב", "مدينة", ", ", " ", "U.S.", "N", "’s", "St. ", "Lake", "12", "Street", "\n"), { maxLength: 40 }).map((parts) => parts.join("")),
  ) // biome-ignore format: one list
  fc.assert(
    fc.property(text, (value) => {
      const places = placesIn(value)
      for (const [i, { start, end }] of places.entries()) {
        assert.ok(start < end && end <= value.length)
        assert.ok(i === 0 || places[i - 1]!.end <= start)
      }
    }),
  )
})
