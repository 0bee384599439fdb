import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "vitest"
import { readGoldPlaces } from "../../../eval/places/read-gold-places.ts"
import { countPlaces, distance, placeRates } from "../../../eval/places/score-places.ts"

const XML = `<articles><article docid="7"><text><![CDATA[😀 Ames & Rome]]></text><toponyms count="2">
<toponym><start>2</start><end>6</end><gaztag geonameid="1"><name>Ames</name><lat>42.0</lat><lon>-93.6</lon></gaztag></toponym>
<toponym><start>9</start><end>13</end></toponym></toponyms></article>
<article docid="8"><text>Roe &amp; Sons</text></article></articles>`

function read(xml: string) {
  const folder = mkdtempSync(join(tmpdir(), "places-"))
  try {
    writeFileSync(join(folder, "gold.xml"), xml)
    return readGoldPlaces(join(folder, "gold.xml"))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test("reads texts and toponyms, offsets turned into UTF-16 units, with and without coordinates", () => {
  const [first, second] = read(XML)
  assert.deepEqual(
    first!.places.map(({ start, end, point }) => [first!.text.slice(start, end), point?.latitude ?? null]),
    [["Ames", 42], ["Rome", null]], // biome-ignore format: a table
  )
  assert.deepEqual(second, { name: "8", text: "Roe & Sons", places: [] })
  assert.throws(() => read("<articles/>"), { code: "eval/no-gold" })
})

test("a place off the map is half round the Earth off, and one without gold coordinates counts as a span alone", () => {
  const [{ places }] = read(XML) as [ReturnType<typeof read>[number]]
  const counts = countPlaces({ places }, [{ start: 3, end: 9, point: null }, { start: 10, end: 14, point: null }]) // biome-ignore format: one case
  assert.deepEqual([counts.overlap, counts.strict, counts.kilometres], [2, 1, [20039]])
  assert.equal(placeRates([counts])["within 161 km"], 0)
})

test("measures along great circles, and takes the middle of what is found", () => {
  const quarter = distance({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 90 })
  assert.ok(Math.abs(quarter - (Math.PI / 2) * 6371) < 1e-6)
  const count = { predicted: 4, gold: 4, located: 4, overlap: 4, strict: 4 }
  const rates = placeRates([
    { ...count, kilometres: [0, 200] },
    { ...count, kilometres: [100, 300] },
  ])
  assert.equal(rates["median km"], 150)
  assert.equal(rates["within 161 km"], 0.5)
  assert.equal(rates["end to end"], 0.25)
})
