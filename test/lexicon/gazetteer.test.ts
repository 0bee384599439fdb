import assert from "node:assert/strict"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { brotliCompressSync } from "node:zlib"
import fc from "fast-check"
import { expect, test } from "vitest"
import { foldName } from "../../src/lexicon/fold-name.ts"
import { loadGazetteer } from "../../src/lexicon/gazetteer.ts"
import { temporaryFolder } from "../temporary-folder.ts"

const gazetteer = loadGazetteer()
const namesOf = (name: string) => gazetteer.find(name).map((entry) => `${entry.country} ${entry.kind} ${entry.name}`)

test("finds a city under each of its romanised names", () => {
  for (const name of ["Kyiv", "Kiev", "KYIV"]) assert.ok(namesOf(name).includes("UA city Kyiv"), name)
  for (const name of ["Belgorod", "Bilhorod"]) assert.ok(namesOf(name).includes("RU city Belgorod"), name)
  for (const name of ["Bakhmut", "Artemivsk", "Artemivs'k"]) assert.ok(namesOf(name).includes("UA city Bakhmut"), name)
})

test("does not mind accents, hyphens, full stops and how Saint is written", () => {
  assert.equal(foldName("Saint-Étienne"), foldName("St. Etienne"))
  assert.deepEqual(namesOf("São Paulo"), namesOf("sao paulo"))
  assert.equal(foldName("Łódź"), "lodz")
})

test("gives the most peopled place of a name first, each with a point on the map", () => {
  const found = gazetteer.find("Paris")
  assert.equal(found[0]?.country, "FR")
  assert.ok(found.some(({ region }) => region === "US.TX"))
  for (const [i, { people }] of found.entries()) assert.ok(i === 0 || people <= found[i - 1]!.people)
  assert.ok(Math.abs(found[0]!.latitude - 48.85) < 0.5 && Math.abs(found[0]!.longitude - 2.35) < 0.5)
})

test("knows regions and countries by their codes", () => {
  assert.equal(gazetteer.region("US.OH")?.name, "Ohio")
  assert.equal(gazetteer.region("UA")?.name, "Ukraine")
  assert.equal(gazetteer.region("XX.99"), null)
})

test("finds nothing under a name that no place has, whatever its characters", () => {
  assert.deepEqual(gazetteer.find(""), [])
  assert.deepEqual(gazetteer.find("Zzyxqvv"), [])
  fc.assert(fc.property(fc.string({ unit: "binary" }), (name) => Array.isArray(gazetteer.find(name))))
})

test("says which file is missing or damaged", () => {
  const folder = temporaryFolder("gazetteer")
  expect(() => loadGazetteer(join(folder, "none"))).toThrowError(
    expect.objectContaining({ code: "lexicon/unreadable" }),
  )
  const cut = join(folder, "cut")
  writeFileSync(cut, "no brotli")
  expect(() => loadGazetteer(cut)).toThrowError(expect.objectContaining({ code: "lexicon/damaged" }))
  writeFileSync(cut, brotliCompressSync(Buffer.from('{"sections":[["keys",3]]}\n\u0005\u0001a')))
  expect(() => loadGazetteer(cut)).toThrowError(expect.objectContaining({ code: "lexicon/damaged" }))
})
