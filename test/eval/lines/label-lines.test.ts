import assert from "node:assert/strict"
import { test } from "vitest"
import { labelLines } from "../../../eval/lines/label-lines.ts"

const gold = { name: "a", body: "", with: [], without: [], title: null, authors: null, date: null }
const body = "The ferry ran aground near Hale on Tuesday.\nWhat is known\nNobody was hurt, the harbour said."

test("a line is the article's when its words stand in the gold text, furniture when it shares nothing with it", () => {
  const lines = ["Home", "The ferry ran aground near Hale on Tuesday.", "What is known", "Sign up for our letters"]
  assert.deepEqual(labelLines(lines, { ...gold, body }), ["furniture", "article", "article", "furniture"])
})

test("what the gold does not tell is left out: the headline, a menu's word, a part of a sentence", () => {
  const lines = ["Ferry aground", "Hale", "The ferry ran aground near the old quay"]
  assert.deepEqual(labelLines(lines, { ...gold, body, title: "Ferry aground" }), [null, null, null])
})

test("a line that comes twice is nobody's", () => {
  assert.deepEqual(labelLines(["What is known", "What is known"], { ...gold, body }), [null, null])
})

test("segments tell of the lines that hold them", () => {
  const segments = { ...gold, with: ["ran aground"], without: ["Sign up"] }
  assert.deepEqual(labelLines(["It ran aground.", "Sign up now", "Hale"], segments), ["article", "furniture", null])
})

test("a line with a wanted segment that comes twice is nobody's either, an unwanted one's stays furniture", () => {
  const segments = { ...gold, with: ["Hale"], without: ["Sign up"] }
  const lines = ["Hale", "Sign up now", "Hale", "Sign up now"]
  assert.deepEqual(labelLines(lines, segments), [null, "furniture", null, "furniture"])
})
