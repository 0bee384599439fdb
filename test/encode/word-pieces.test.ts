import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import fc from "fast-check"
import { test } from "vitest"
import { toPieces } from "../../src/encode/windows.ts"
import { WordPieces } from "../../src/encode/word-pieces.ts"
import { findWords } from "../../src/encode/words.ts"
import { dataPath } from "../../src/lexicon/data.ts"

type Row = { text: string; words: [number, number][]; ids: string }

const pieces = new WordPieces(readFileSync(dataPath("models/attribution/vocab.txt"), "utf8"))
const rows = readFileSync(new URL("./word-pieces.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Row)

const hash = (ids: readonly (readonly number[])[]): string =>
  createHash("sha256")
    .update(ids.map((word) => word.join(" ")).join("|"))
    .digest("hex")
    .slice(0, 16)

test("cuts 1,000 texts into the words of the training code", () => {
  assert.equal(rows.length, 1000)
  for (const { text, words } of rows) {
    assert.deepEqual(
      findWords(text).map(({ start, end }) => [start, end]),
      words,
      JSON.stringify(text),
    )
  }
})

test("gives the words of 1,000 texts the ids of the training tokenizer", () => {
  const wrong = rows.filter(({ text, ids }) => hash(toPieces(text, findWords(text), pieces).ids) !== ids)
  assert.deepEqual(
    wrong.map(({ text }) => text),
    [],
  )
})

test("words cover every character that is not white space, in order and without overlap", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const words = findWords(text.toWellFormed())
      const kept = words.map(({ start, end }) => text.slice(start, end)).join("")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are white space to the training code
      assert.equal(kept, text.replace(/(?!\uFEFF)[\s\x1c-\x1f\x85]/g, ""))
      assert.ok(words.every(({ start }, i) => i === 0 || words[i - 1]!.end <= start))
    }),
  )
})

test("no text makes the tokenizer throw or give an id outside the vocabulary", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const clean = text.toWellFormed()
      const { ids } = toPieces(clean, findWords(clean), pieces)
      assert.ok(ids.every((word) => word.length >= 1 && word.length <= 8 && word.every((id) => id >= 0 && id < 30522)))
    }),
  )
})
