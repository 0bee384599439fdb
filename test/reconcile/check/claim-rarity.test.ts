import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { claimRarity } from "../../../src/reconcile/check/claim-rarity.ts"
import { matchClaims } from "../../../src/reconcile/check/match-claims.ts"

const counts = {
  articles: 1000,
  of: new Map([
    ["the", 990],
    ["harbour", 500],
    ["ferries", 8],
  ]),
}

test("the fewer articles have a word the rarer it is, and a word that none of the table's has is the rarest", () => {
  const rarity = claimRarity(counts)
  const [the, harbour, ferry, unlisted] = ["the", "harbour", "ferry", "quillmouth"].map(rarity) as [number, ...number[]]
  assert.ok(0 < the && the < harbour! && harbour! < ferry! && ferry! < unlisted!)
})

test("a word of half of the articles stands in few claims, since an article is longer: it is no common word", () => {
  const rarity = claimRarity(counts)("harbour")
  assert.ok(rarity > 3 * Math.log(2), `${rarity}`)
})

test("a word below the table's cut-off is little rarer than the rarest that is listed: nobody knows how much", () => {
  const rarity = claimRarity(counts)
  assert.ok(rarity("quillmouth") - rarity("ferry") < Math.log(8))
})

test("a claim that shares two words of the middle comes before one that shares a single unlisted word", () => {
  const of = new Map([..."harbour bridge council winter".split(" ").map((word) => [word, 400] as const)])
  const claims = ["A council closed the bridge and the harbour in winter", "Zorblat sings"].map((text) => ({ text }))
  const [best] = matchClaims({ text: "harbour bridge shut by council in winter: Zorblat" }, claims, {
    articles: 1000,
    of,
  })
  assert.equal(best?.claim, 0)
})

test("rarity is a number above 0, whatever was counted", () => {
  const of = fc.dictionary(fc.string(), fc.nat(2000))
  fc.assert(
    fc.property(of, fc.integer({ min: 1, max: 1000 }), fc.string(), (of, articles, word) => {
      const rarity = claimRarity({ articles, of: new Map(Object.entries(of)) })
      assert.ok([word, ...Object.keys(of)].every((key) => rarity(key) > 0 && Number.isFinite(rarity(key))))
    }),
  )
})
