import assert from "node:assert/strict"
import { test } from "vitest"
import { DATE_FEATURES } from "../../src/clean/date-features.ts"
import { readDateModel } from "../../src/clean/date-model.ts"
import { CounterclaimError } from "../../src/model/error.ts"

test("the shipped weights ask for the features that this reader counts", () => {
  assert.deepEqual(readDateModel().features, DATE_FEATURES)
})

test("weights made for other features are refused, and so is a file that is none", () => {
  for (const path of ["data/models/authors.json", "no/such/file.json"]) {
    assert.throws(
      () => readDateModel(path),
      (error) => error instanceof CounterclaimError && error.code === "lexicon/model",
    )
  }
})
