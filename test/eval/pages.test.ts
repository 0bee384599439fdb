import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, test } from "vitest"
import { readGoldPages } from "../../eval/pages/read-gold-pages.ts"
import { readPagePredictions } from "../../eval/pages/read-page-predictions.ts"
import { reportPages } from "../../eval/pages/report-pages.ts"
import { scorePages } from "../../eval/pages/score-pages.ts"

const CASES = fileURLToPath(new URL("./page-cases/", import.meta.url))

const cases = readdirSync(CASES)
  .flatMap((name) => readdirSync(`${CASES}${name}`).map((file) => `${name}/${file}`))
  .filter((path) => path.endsWith(".jsonl"))

describe("prints what the reference scorer of pages prints, number by number", () => {
  for (const path of cases) {
    test(`for ${path}`, () => {
      const gold = readGoldPages(`${CASES}${path.slice(0, path.indexOf("/"))}`)
      const printed = reportPages(scorePages(gold, readPagePredictions(`${CASES}${path}`)))
      const expected = readFileSync(`${CASES}${path.replace(/\.jsonl$/, ".expected.txt")}`, "utf8")
      assert.deepEqual(printed, expected.trimEnd().split("\n"))
    })
  }
})

test("the cases of pages are all there", () => {
  assert.ok(cases.length >= 8, `${cases.length} files of predictions`)
})
