import assert from "node:assert/strict"
import { test } from "vitest"
import { AUTHOR_FEATURES } from "../../src/clean/author-features.ts"
import { readAuthorModel } from "../../src/clean/author-model.ts"
import { CounterclaimError } from "../../src/model/error.ts"

test("the shipped weights ask for the features that this reader counts", () => {
  assert.deepEqual(readAuthorModel().features, AUTHOR_FEATURES)
})

test("weights made for other features are refused, and so is a file that is none", () => {
  for (const path of ["data/models/blocks.json", "no/such/file.json"]) {
    assert.throws(
      () => readAuthorModel(path),
      (error) => error instanceof CounterclaimError && error.code === "lexicon/model",
    )
  }
})
