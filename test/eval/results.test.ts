import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { test } from "vitest"
import { hashTexts } from "../../eval/attribution/hash-texts.ts"
import { datasetName } from "../../eval/dataset-name.ts"
import { fileResult, findCommit } from "../../eval/results.ts"
import { temporaryFolder } from "../temporary-folder.ts"

test("a result is filed under its date, commit and name, and says the same inside", () => {
  const folder = join(temporaryFolder("results"), "results")
  const path = fileResult("attribution", { figures: { linked: 0.5 } }, folder)
  const filed = JSON.parse(readFileSync(path, "utf8"))
  assert.match(filed.date, /^\d{4}-\d{2}-\d{2}$/)
  assert.equal(basename(path), `${filed.date}-${findCommit()?.commit ?? "unknown"}-attribution.json`)
  assert.deepEqual(filed.figures, { linked: 0.5 })
})

test("a data set is named for its folder and the one above", () => {
  assert.equal(datasetName("/data/polnear/dev/"), "polnear-dev")
  assert.equal(datasetName("/data"), "data")
})

test("the hash of texts tells other names, other texts and another order apart", () => {
  const [a, b] = [
    { name: "a", text: "b" },
    { name: "ab", text: "" },
  ]
  const hashes = [[a], [b], [a, b], [b, a], [{ name: "a", text: "c" }]].map(hashTexts)
  assert.equal(new Set(hashes).size, hashes.length)
})
