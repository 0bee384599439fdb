import assert from "node:assert/strict"
import { test } from "vitest"
import { addEvidence, countEvidence, evidenceRates } from "../../../eval/evidence/score-evidence.ts"

const record = {
  item: "a video of the bridge",
  kind: "video",
  checker: null,
  finding: "cars in the river",
  stance: "for",
}

test("a record is met by half of its item's words of three letters or more", () => {
  const { found } = countEvidence({ records: [record] }, [{ ...record, item: "the video", finding: null }])
  assert.equal(found, 1)
  const other = countEvidence({ records: [record] }, [{ ...record, item: "of a map", finding: null }])
  assert.equal(other.found, 0)
})

test("failing its item, by its finding, of the same kind alone", () => {
  const shown = { ...record, item: "footage", finding: "cars in a river" }
  assert.equal(countEvidence({ records: [record] }, [shown]).found, 1)
  assert.equal(countEvidence({ records: [record] }, [{ ...shown, kind: "photo" }]).found, 0)
})

test("one prediction serves one record", () => {
  assert.equal(countEvidence({ records: [record, record] }, [record]).found, 1)
})

test("a checker that nobody named is right where none is given", () => {
  const named = { ...record, checker: "the mapping group" }
  const counts = countEvidence({ records: [record, named] }, [{ ...record, checker: "police" }, { ...named, checker: "a group" }]) // biome-ignore format: one case
  assert.deepEqual([counts.unchecked, counts.noChecker, counts.checked, counts.checker], [1, 0, 1, 1])
})

test("snippets without a record are clean when none is given", () => {
  const rates = evidenceRates(
    addEvidence([countEvidence({ records: [] }, []), countEvidence({ records: [] }, [record])]),
  )
  assert.equal(rates.clean, 0.5)
  assert.equal(rates["records F1"], 0)
})
