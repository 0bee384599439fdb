import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "vitest"
import { ACTS } from "../../src/model/attribution.ts"

const NOTES = ["", "noun", "verb, noun", "adjective", "phrase", "impersonal"]
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")
const table = (path: string): string[][] =>
  read(path)
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"))

const [head, ...cues] = table("data/en/cues.tsv")
const [verbHead, ...verbs] = table("data/en/irregular-verbs.tsv")

test("each row of the cues holds a cue in lower case, an act and a note that the docs explain", () => {
  assert.deepEqual(head, ["cue", "act", "note"])
  const wrong = cues.filter(
    ([cue = "", act, note = "?", ...more]) =>
      !/^[a-z]+(?:[ -][a-z]+)*$/.test(cue) || !ACTS.some((one) => one === act) || !NOTES.includes(note) || more.length,
  )
  assert.deepEqual(wrong, [])
})

test("no cue is listed twice", () => {
  const words = cues.map(([cue]) => cue)
  assert.deepEqual(
    words.filter((cue, index) => words.indexOf(cue) !== index),
    [],
  )
})

test("every act is signalled by five cues or more, in the order of the acts", () => {
  const acts = cues.map(([, act]) => act!)
  assert.deepEqual([...new Set(acts)], [...ACTS])
  for (const act of ACTS) assert.ok(acts.filter((one) => one === act).length >= 5, act)
})

test("verbs stand in their base form", () => {
  const inflected = new Set(verbs.flatMap(([lemma, ...forms]) => forms.filter((form) => form !== lemma)))
  const wrong = cues.filter(([cue = "", , note]) => note === "" && inflected.has(cue.split(" ")[0]!))
  assert.deepEqual(wrong, [])
})

test("each irregular verb begins a cue and is listed once", () => {
  assert.deepEqual(verbHead, ["lemma", "past", "participle"])
  const heads = new Set(cues.map(([cue]) => cue!.split(" ")[0]))
  const lemmas = verbs.map(([lemma]) => lemma)
  assert.deepEqual(lemmas, [...new Set(lemmas)].toSorted())
  assert.deepEqual(
    verbs.filter(([lemma, ...forms]) => !heads.has(lemma!) || forms.length !== 2),
    [],
  )
})

test("the docs give each act one row, in the order of the model", () => {
  const rows = [...read("docs/acts.md").matchAll(/^\| `([a-z]+)` +\|.*\*\*.+\*\*.*\|$/gm)].map((row) => row[1])
  assert.deepEqual(rows, [...ACTS])
})
