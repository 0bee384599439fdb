import assert from "node:assert/strict"
import { test } from "vitest"
import { readFurniture } from "../../src/lexicon/furniture.ts"

const furniture = readFurniture()

test("finds lines whose first words may be any, by what they begin with or by letters in them", () => {
  for (const line of ["The best of Varn delivered to your inbox", "© 2023 Varn Ledger"])
    assert.notEqual(furniture.find(line), null, line)
})

test("leaves a line alone that only shares letters with such a one", () => {
  for (const line of ["The ferry delivered to your island", "Forty views of the harbour", "Of 3 boats 12 sank", ""])
    assert.equal(furniture.find(line), null, line)
})

test("finds lines that begin with a number", () => {
  for (const line of ["1,204 views", "3 min read", "12k shares", "7 comments"])
    assert.notEqual(furniture.find(line), null, line)
})
