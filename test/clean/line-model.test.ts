import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { test } from "vitest"
import { LINE_FEATURES, lineFeatures } from "../../src/clean/line-features.ts"
import { readLineModel } from "../../src/clean/line-model.ts"
import { readFurniture } from "../../src/lexicon/furniture.ts"
import { CounterclaimError } from "../../src/model/error.ts"
import { cleaned, PARAGRAPHS } from "./page.ts"

const furniture = readFurniture()
const keptOf = (text: string) => cleaned(text).text.value
const lostOf = (lines: readonly string[], between = "\n") => {
  const kept = keptOf(lines.join(between))
  return lines.filter((line) => !kept.includes(line))
}

test("the shipped weights were trained with the features that are counted here, in their order", () => {
  assert.deepEqual([...readLineModel().trees.features], [...LINE_FEATURES])
  for (const least of Object.values(readLineModel().least)) assert.ok(least >= 0.5 && least < 1)
})

test("weights of other features are refused", () => {
  const folder = mkdtempSync(join(tmpdir(), "lines-"))
  const path = join(folder, "lines.json")
  try {
    for (const content of ['{"features":["words"]}', "{", JSON.stringify({ features: LINE_FEATURES, least: 0.9 })]) {
      writeFileSync(path, content)
      assert.throws(
        () => readLineModel(path),
        (error) => error instanceof CounterclaimError && error.code === "lexicon/model",
      )
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test("features say what stands in the line and around it", () => {
  const texts = ["Menu", PARAGRAPHS[0]!, "Share", "Varn, 3 May 2023", "Menu"]
  const lines = texts.map((text) => ({ text, blankBefore: false }))
  const rows = lineFeatures(lines, { furniture, odds: new Map([["menu", 2]]) })
  const value = (line: number, name: string) => rows[line]![LINE_FEATURES.indexOf(name)]
  assert.deepEqual(
    [0, 1, 2, 3].map((line) => value(line, "words")),
    [1, 29, 1, 4],
  )
  assert.deepEqual([value(0, "odds"), value(1, "odds"), value(0, "known")], [2, 0, 1])
  assert.deepEqual([value(0, "twice"), value(0, "again"), value(4, "again")], [2, 0, 1])
  assert.deepEqual([value(2, "scope"), value(1, "scope+1"), value(3, "date"), value(2, "date")], [1, 1, 1, 0])
  assert.deepEqual([value(0, "until prose"), value(3, "since prose"), value(0, "since prose")], [1, 2, 99])
  assert.deepEqual([value(0, "words-1"), value(1, "in body"), value(4, "in body")], [-1, 1, 0])
})

test("most of the menus of a whole page go, its article stays", () => {
  const menu = ["Home", "News", "Sport", "Weather", "Opinion", "Newsletters", "Log in", "Subscribe", "Search", "Contact us", "Privacy policy"] // biome-ignore format: one list
  const title = "Bridge over the Ost stays shut until spring"
  const footer = ["About us", "Advertise with us", "Terms of use", "Cookie settings", "Careers", "Help", "Follow us on Facebook"] // biome-ignore format: one list
  const kept = keptOf([...menu, title, ...PARAGRAPHS, ...PARAGRAPHS.map((text) => `${text} So it went.`), ...menu, ...footer].join("\n")) // biome-ignore format: one text
  for (const line of [title, ...PARAGRAPHS]) assert.ok(kept.includes(line), line)
  const left = [...menu, ...footer].filter((line) => kept.split("\n").includes(line))
  // A lost paragraph is dearer than a word of a menu.
  assert.ok(left.length * 4 <= menu.length + footer.length, left.join())
})

test("a text without furniture loses nothing, whatever its form", () => {
  const poem = ["The river is not ours,", "it never was.", "We lent it our bridges,", "it kept two.", "Ask the ferryman", "what a bridge is for.", "He counts his coins", "and says:", "for other men."] // biome-ignore format: one poem
  const talk = ["Q: When did you see the cracks?", "A: In March.", "Q: Whom did you tell?", "A: The mayor.", "Q: And?", "A: Nothing.", "Q: Nothing at all?", "A: Not a word."] // biome-ignore format: one talk
  const table = ["Killed by district", "Varn\t12", "Hale\t3", "Ostmouth\t0", "Lower Ost\t41", "Total\t56"]
  const list = [PARAGRAPHS[0]!, "What is shut:", "- the Ost bridge", "- the quay road", "- both ferry piers", "- the school in Hale", PARAGRAPHS[1]!] // biome-ignore format: one list
  const wire = ["VARN (Tidewire) -", PARAGRAPHS[0]!, PARAGRAPHS[1]!, "Tuesday, 9:10 a.m.", PARAGRAPHS[2]!, "___", PARAGRAPHS[3]!] // biome-ignore format: one text
  for (const lines of [poem, talk, table, list, wire, PARAGRAPHS]) {
    assert.deepEqual(lostOf(lines), [])
    assert.deepEqual(lostOf(lines, "\n\n"), [])
  }
})

test("no lines make it throw, and each has a row of numbers", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 12 }), (texts) => {
      const lines = texts.map((text) => ({ text, blankBefore: true }))
      const rows = lineFeatures(lines, { furniture, odds: readLineModel().odds })
      assert.equal(rows.length, lines.length)
      for (const row of rows) assert.ok(row.every((value) => Number.isFinite(value)))
    }),
    { numRuns: 60 },
  )
})
