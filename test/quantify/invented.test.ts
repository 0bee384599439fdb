import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "vitest"
import { analyse } from "../../src/analyse/analyse.ts"
import { loadAbbreviations } from "../../src/lexicon/abbreviations.ts"
import { loadQuantities } from "../../src/lexicon/quantities.ts"
import type { Encoding } from "../../src/model/encoding.ts"
import { toText } from "../../src/model/text.ts"
import { findFigures } from "../../src/quantify/find-figures.ts"

const LINES = readFileSync(new URL("../../training/quantify/invented.jsonl", import.meta.url), "utf8").split("\n")
type Line = Readonly<{ text: string; figures: readonly { start: number; end: number; measure: string }[] }>

test("measures of invented news over all domains, which the weights were fitted with, are mostly right", () => {
  const [lexicon, abbreviations] = [loadQuantities(), loadAbbreviations()]
  const alone = { attributions: [], times: [], places: [] }
  let [all, found, right, extra] = [0, 0, 0, 0]
  for (const line of LINES.filter(Boolean)) {
    const { text, figures } = JSON.parse(line) as Line
    const analysis = analyse(toText(text), { words: [], names: null } as unknown as Encoding, abbreviations)
    const read = findFigures(analysis, alone, lexicon)
    const pairs = figures.map(
      (gold) => [gold, read.find((one) => one.start < gold.end && gold.start < one.end)] as const,
    )
    all += figures.length
    found += pairs.filter(([, one]) => one).length
    right += pairs.filter(([gold, one]) => one?.measure === gold.measure).length
    extra += read.filter((one) => !figures.some((gold) => one.start < gold.end && gold.start < one.end)).length
  }
  assert.ok(found / all > 0.92, `${found} of ${all} found`)
  assert.ok(right / found > 0.87, `${right} of ${found} right`)
  assert.ok(extra < 6, `${extra} that are none`)
})
