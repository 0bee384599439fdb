import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, test } from "vitest"
import { readGold } from "../../eval/attribution/read-gold.ts"
import { readPredictions } from "../../eval/attribution/read-predictions.ts"
import { report } from "../../eval/attribution/report.ts"
import { score } from "../../eval/attribution/score.ts"

const CASES = fileURLToPath(new URL("./cases/", import.meta.url))

const cases = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(`${CASES}${name}`).map((file) => ({ folder: `${CASES}${name}`, file, name })))
  .filter(({ file }) => file.endsWith(".jsonl"))

describe("prints what the reference scorer prints, number by number", () => {
  for (const { folder, file, name } of cases) {
    test(`for ${name}/${file}`, () => {
      const articles = readGold(folder)
      const path = `${folder}/${file}`
      const utf16 = file.endsWith(".utf16.jsonl")
      const printed = report(score(articles, readPredictions({ path, utf16 }, articles)))
      const expected = readFileSync(path.replace(/\.jsonl$/, ".expected.txt"), "utf8")
      assert.deepEqual(printed, expected.trimEnd().split("\n"))
    })
  }
})

test("the cases are all there", () => {
  assert.ok(cases.length >= 14, `${cases.length} files of predictions`)
})
