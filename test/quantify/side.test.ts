import assert from "node:assert/strict"
import { describe, test } from "vitest"
import { analyse } from "../../src/analyse/analyse.ts"
import { loadAbbreviations } from "../../src/lexicon/abbreviations.ts"
import { parseParties } from "../../src/lexicon/parties.ts"
import { loadQuantities } from "../../src/lexicon/quantities.ts"
import type { Encoding } from "../../src/model/encoding.ts"
import { toText } from "../../src/model/text.ts"
import { findFigures } from "../../src/quantify/find-figures.ts"

const LEXICON = loadQuantities()
const ABBREVIATIONS = loadAbbreviations()
const PARTIES = parseParties(
  "entity\tside\tfrom\tto\nVarden\tblue\nVarden army\tblue\nOssian\tred\t2021-03\t2023-06-30\n",
  "parties.tsv",
)

function sidesIn(value: string, published: string | null = null) {
  const analysis = analyse(toText(value), { words: [], names: null } as unknown as Encoding, ABBREVIATIONS)
  const surroundings = { attributions: [], times: [], places: [], parties: PARTIES, published }
  return findFigures(analysis, surroundings, LEXICON).map(({ side }) => side)
}

describe("the side of those counted", () => {
  test("is that of the party named with them", () => {
    assert.deepEqual(sidesIn("The raid killed 40 Varden soldiers."), ["blue"])
    assert.deepEqual(sidesIn("The raid killed 40 soldiers of the Varden army."), ["blue"])
  })

  test("is not told by who did it or where", () => {
    assert.deepEqual(sidesIn("Varden guns killed 40 soldiers."), [null])
    assert.deepEqual(sidesIn("The raid killed 40 soldiers in Varden."), [null])
    assert.deepEqual(sidesIn("The raid killed 40 Ossians."), [null])
  })

  test("is open where two sides are named", () => {
    assert.deepEqual(sidesIn("The raid killed 40 soldiers of the Varden Ossian guard.", "2022"), [null])
  })

  test("holds for the dates of the row only, and is open where no date is known", () => {
    const text = "The raid killed 40 Ossian soldiers."
    assert.deepEqual(sidesIn(text, "2022-01-05"), ["red"])
    assert.deepEqual(sidesIn(text, "2023-06-30T10:00Z"), ["red"])
    assert.deepEqual(sidesIn(text, "2023-07-01"), [null])
    assert.deepEqual(sidesIn(text, null), [null])
  })
})
