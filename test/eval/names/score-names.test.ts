import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "vitest"
import { readNameBench, readSpeltNames } from "../../../eval/names/read-gold-names.ts"
import { scoreFirst, scoreSame, toCases } from "../../../eval/names/score-names.ts"

function given<Value>(text: string, read: (file: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), "names-"))
  try {
    writeFileSync(join(folder, "table"), text)
    return read(join(folder, "table"))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const TABLE = "ada\tа д а\t3\nbo\tб о\t1\nada\tа д д а\t1\ncy\tс а й\t2\n"

test("reads cases with quoted commas", () => {
  const cases = given(
    'schema,name1,name2,is_match\nCompany,"Roe, Ltd",Roe,true\nPerson,A Roe,B Roe,false\n',
    readNameBench,
  )
  assert.deepEqual(cases[0], { left: "Roe, Ltd", right: "Roe", same: true, person: false })
  assert.equal(cases[1]!.same, false)
  assert.throws(() => given("schema,name1,name2,is_match\n", readNameBench), { code: "eval/no-gold" })
})

test("takes names at even steps, and knows every spelling of the table", () => {
  const { names, isSpelling } = given(TABLE, (file) => readSpeltNames(file, 2))
  assert.deepEqual(names, [{ english: "Ada", russian: "Ада" }, { english: "Ada", russian: "Адда" }]) // biome-ignore format: a table
  assert.ok(isSpelling({ english: "Cy", russian: "Сай" }))
  // What comes from the next name is one's own where both are spellings of it.
  assert.deepEqual(toCases(names, isSpelling).map(({ same }) => same), [true, true, true, true]) // biome-ignore format: one line
})

test("the best of all names must be one that is spelt so", () => {
  const { names, isSpelling } = given(TABLE, (file) => readSpeltNames(file, 4))
  const compare = (left: string, right: string) => ({ score: left === "Bo" || right === "Сай" ? 0.9 : 0.1, same: true })
  // "Bo" takes all but the last spelling, for which all score the same and the first name counts.
  assert.equal(scoreFirst(names, { compare, isSpelling }), 0.25)
  assert.equal(scoreSame("all", toCases(names, isSpelling), compare)["all R"], 1)
})
