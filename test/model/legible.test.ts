import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { legible } from "../../src/model/legible.ts"

describe("a legible text", () => {
  for (const [what, given, expected] of [
    ["has marks of UTF-8 read as another encoding whole", "â€œYesâ€\u009d, sheâ€™d said", "“  Yes”  , she’  d said"],
    ["has marks of HTML whole", "&quot;Yes&quot; and it&#39;s", '"     Yes"      and it\'    s'],
    ["has marks that are set twice once", '““Yes””, ""no""', '“ Yes” , " no" '],
    ["keeps the two apostrophes of the wires", "''Yes,'' he said", "''Yes,'' he said"],
    ["keeps all that is whole", "“Yes,” she said: it’s & ‘so’ — â", "“Yes,” she said: it’s & ‘so’ — â"],
  ] as const) {
    test(what, () => {
      assert.equal(legible(given), expected)
    })
  }

  test("is as long as any text that it is made from", () => {
    const part = fc.constantFrom("â€", "œ", "\u009d", "™", "&quot;", "&#39", ";", '"', "““", "a", "\n")
    fc.assert(fc.property(fc.array(part), (parts) => legible(parts.join("")).length === parts.join("").length))
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => legible(text).length === text.length))
  })
})
