import { FACT_CHECK, type TextBlock, type TextBlockKind } from "../model/document.ts"
import { httpAddress } from "./address.ts"
import type { AgencyItem } from "./agency-item.ts"
import { toEvidence } from "./fact-evidence.ts"
import { findWrittenDate } from "./written-date.ts"

type Json = Readonly<Record<string, unknown>>

/**
 * Read a fact-check in schema.org's ClaimReview. Its text is the claim that was reviewed (a heading), then who made it (a
 * caption), then the fact-checker's rating in its own words (a quotation); it is no article, for nothing in it is reported.
 * Null when the text is another JSON, or none, or names no claim. Form: https://schema.org/ClaimReview
 */
export function readClaimReview(text: string): AgencyItem | null {
  const review = parsed(text)
  const claim = review && line(review.claimReviewed)
  if (!review || !claim) return null
  const { author, published, url, parts } = factsOf(review, claim)
  const { value, blocks } = laidOut(parts)
  return {
    // One page may review several claims.
    identity: ["claim review", url ?? author ?? "", claim].join(":"),
    url: null,
    text: value,
    article: false,
    notArticle: FACT_CHECK,
    title: claim,
    publisher: author,
    bylines: [],
    published: published === null ? null : findWrittenDate(published),
    language: /^[a-z]{2}(?![a-z])/i.exec(line(review.inLanguage) ?? "")?.[0].toLowerCase() ?? null,
    modified: null,
    removed: [],
    blocks,
    evidence: [
      ...toEvidence("url", url ? [{ from: "the review's own field", value: url }] : [], () => null),
      ...toEvidence("publisher", author ? [{ from: "the review's own field", value: author }] : [], () => null),
    ],
  }
}

function factsOf(review: Json, claim: string) {
  const item = object(review.itemReviewed)
  const claimant = name(item?.author)
  const rating = object(review.reviewRating)
  const verdict = line(rating?.alternateName) ?? line(rating?.name) ?? numbers(rating)
  const parts: [TextBlockKind, string | null][] = [
    ["heading", claim],
    ["caption", claimant],
    ["quotation", verdict],
  ]
  return {
    author: name(review.author),
    published: line(review.datePublished),
    url: httpAddress(line(review.url) ?? "", null),
    parts,
  }
}

/** "2 of 5" where the rating has no words. */
function numbers(rating: Json | null): string | null {
  const [value, best] = [line(rating?.ratingValue), line(rating?.bestRating)]
  return value === null ? null : best === null ? value : `${value} of ${best}`
}

function laidOut(parts: readonly (readonly [TextBlockKind, string | null])[]): { value: string; blocks: TextBlock[] } {
  const blocks: TextBlock[] = []
  let value = ""
  for (const [kind, words] of parts) {
    if (words === null) continue
    if (value !== "") value += "\n\n"
    const [start, end] = [value.length, value.length + words.length]
    blocks.push({
      start,
      end,
      kind,
      level: kind === "heading" ? 1 : 0,
      links: [],
      reason: "the review's own field",
      score: null,
    })
    value += words
  }
  return { value, blocks }
}

function parsed(text: string): Json | null {
  try {
    const value = object(JSON.parse(text.replace(/^\uFEFF/, "")))
    return value && [value["@type"]].flat().includes("ClaimReview") ? value : null
  } catch {
    return null
  }
}

const object = (value: unknown): Json | null => {
  const one = Array.isArray(value) ? value[0] : value
  return one !== null && typeof one === "object" ? (one as Json) : null
}

/** White space folded; null for what is no text or empty. */
function line(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value
  const text = typeof one === "number" ? String(one) : typeof one === "string" ? one.replace(/\s+/g, " ").trim() : ""
  return text === "" ? null : text
}

const name = (value: unknown): string | null => line(object(value)?.name) ?? line(value)
