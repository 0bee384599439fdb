import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { excerptAround } from "../../src/ledger/excerpt.ts"

test("a short text stands whole, its white space folded", () => {
  assert.equal(excerptAround("Twelve boats\n\n were  lost. ", ["lost"]), "Twelve boats were lost.")
})

test("an excerpt begins and ends with whole words near the first hit", () => {
  const text = `${"north wind ".repeat(40)}lantern ${"south wind ".repeat(40)}lantern`
  const excerpt = excerptAround(text, ["lantern"])
  assert.match(excerpt, /^…(north |wind )+lantern( south| wind)+…$/)
  assert.ok(excerpt.length <= 200 && excerpt.length > 180)
})

test("the beginning stands where none of the words is found", () => {
  assert.match(excerptAround("north wind ".repeat(40), ["lantern"]), /^north wind .*…$/)
})

test("one endless word is cut without parting a character", () => {
  const excerpt = excerptAround("🚢".repeat(300), ["x"])
  assert.ok(excerpt.isWellFormed() && excerpt.length <= 200)
})

test("an excerpt holds the hit, is at most 200 units long and part of the text", () => {
  const word = fc.constantFrom("boats", "a", "Zoë", "🚢", "x".repeat(90), "\n", "  ", "lost.")
  fc.assert(
    fc.property(fc.array(word), fc.array(word), (before, after) => {
      const text = [...before, "lantern", ...after].join(" ")
      const excerpt = excerptAround(text, ["lantern"])
      const folded = text.replace(/\s+/g, " ")
      return excerpt.length <= 200 && excerpt.includes("lantern") && folded.includes(excerpt.replaceAll("…", ""))
    }),
  )
})
