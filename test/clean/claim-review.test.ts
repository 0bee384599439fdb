import assert from "node:assert/strict"
import fc from "fast-check"
import { test } from "vitest"
import { readClaimReview } from "../../src/clean/claim-review.ts"
import { clean } from "../../src/clean/clean.ts"
import { FACT_CHECK } from "../../src/model/document.ts"
import { toSnapshot } from "../../src/model/snapshot.ts"
import { spanText } from "../../src/model/span.ts"

const REVIEW = {
  "@context": "https://schema.org",
  "@type": "ClaimReview",
  url: "https://check.example/hesk",
  datePublished: "2031-03-14",
  claimReviewed: "More than 70 raiders  were killed at Hesk bridge",
  author: { "@type": "Organization", name: "Open Reach" },
  itemReviewed: { "@type": "Claim", author: { "@type": "Organization", name: "Tarvel defence ministry" } },
  reviewRating: { "@type": "Rating", alternateName: "Not borne out by the pictures", ratingValue: 2, bestRating: 5 },
}

const read = (review: unknown, file = "/reviews.json") =>
  clean(
    toSnapshot({
      ...{ bytes: Buffer.from(JSON.stringify(review)), url: null, headers: {}, fetched: "2031-03-15T00:00:00Z" },
    }),
    { file },
  )

const parts = ({ text, reading }: ReturnType<typeof read>) =>
  reading.blocks.map((block) => [block.kind, spanText(text.value, block)])

test("a review gives the claim, who made it, and the rating in the fact-checker's words; it is no article", () => {
  const cleaned = read(REVIEW)
  const { reading } = cleaned
  assert.deepEqual(parts(cleaned), [
    ["heading", "More than 70 raiders were killed at Hesk bridge"],
    ["caption", "Tarvel defence ministry"],
    ["quotation", "Not borne out by the pictures"],
  ])
  assert.deepEqual([reading.article, reading.notArticle], [false, FACT_CHECK])
  assert.deepEqual([reading.publisher, reading.published?.value], ["Open Reach", "2031-03-14"])
  assert.ok(reading.evidence.some(({ field, value }) => field === "url" && value === REVIEW.url))
})

test("a rating without words is told in numbers, and a claimant who is not named is left out", () => {
  const { itemReviewed: _, ...review } = { ...REVIEW, reviewRating: { ratingValue: 1, bestRating: 5 } }
  assert.deepEqual(parts(read(review)).slice(1), [["quotation", "1 of 5"]])
})

test("two claims of one page are two documents, and one claim seen in two files is one", () => {
  const other = { ...REVIEW, claimReviewed: "The bridge was mined" }
  assert.notEqual(read(REVIEW).document.id, read(other).document.id)
  assert.equal(read(REVIEW, "/a.json").document.id, read(REVIEW, "/b.json").document.id)
})

test("a review that names no claim, or another type, is not read as one", () => {
  assert.equal(readClaimReview(JSON.stringify({ ...REVIEW, claimReviewed: " " })), null)
  assert.equal(readClaimReview(JSON.stringify({ ...REVIEW, "@type": "Review" })), null)
  assert.throws(() => read({ "@type": "Review" }), { code: "input/not-news" })
})

test("no JSON makes it throw", () => {
  const review = fc.record({ "@type": fc.constant("ClaimReview"), claimReviewed: fc.jsonValue(), author: fc.jsonValue(), itemReviewed: fc.jsonValue(), reviewRating: fc.jsonValue(), url: fc.jsonValue(), datePublished: fc.jsonValue(), inLanguage: fc.jsonValue() }) // biome-ignore format: one list
  fc.assert(fc.property(review, (value) => void readClaimReview(JSON.stringify(value))))
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readClaimReview(text)))
})
