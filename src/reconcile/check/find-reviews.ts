import type { WordCounts } from "../../lexicon/word-counts.ts"
import type { PublishedDate } from "../../model/date.ts"
import { FACT_CHECK, type TextBlockKind } from "../../model/document.ts"
import type { DocumentRecord } from "../../model/ledger.ts"
import { spanText } from "../../model/span.ts"
import { openClaims } from "./match-claims.ts"

/** What a fact-checker says of a claim, in its own words. */
export type ReviewRow = Readonly<{
  claim: string
  /** Who made it, as the fact-checker says; null: not said. */
  claimant: string | null
  /** The fact-checker's rating; null: none. */
  rating: string | null
  reviewer: string | null
  published: PublishedDate | null
  url: string | null
  /** How much the reviewed claim says the same as what was asked, 0 to 1. */
  score: number
}>

/** From here on a review is taken to be of what was asked. */
const LEAST = 0.3
const LEAST_SHARED = 2

/** Whether a document is a fact-checker's record of a claim, and no report. */
export const isReview = ({ reading }: Pick<DocumentRecord, "reading">): boolean => reading.notArticle === FACT_CHECK

/** Reviews of what is asked, likest first; none among documents that are no reviews. Does not throw. */
export function findReviews(
  questions: readonly Readonly<{ text: string }>[],
  records: readonly DocumentRecord[],
  counts: WordCounts,
): ReviewRow[] {
  const reviews = records.filter(isReview)
  const match = openClaims(
    reviews.map((record) => ({ text: partOf(record, "heading") ?? "" })),
    counts,
  )
  const best = new Map<number, number>()
  for (const { claim, score, shared } of questions.flatMap(match)) {
    if (score >= LEAST && shared >= LEAST_SHARED) best.set(claim, Math.max(score, best.get(claim) ?? 0))
  }
  return [...best]
    .sort(([a, x], [b, y]) => y - x || (reviews[a]!.document.id < reviews[b]!.document.id ? -1 : 1))
    .map(([place, score]) => toRow(reviews[place]!, score))
}

function toRow(record: DocumentRecord, score: number): ReviewRow {
  const { reading, document } = record
  return {
    claim: partOf(record, "heading") ?? reading.title ?? "",
    claimant: partOf(record, "caption"),
    rating: partOf(record, "quotation"),
    reviewer: reading.publisher ?? document.publisher,
    published: reading.published,
    url: reading.evidence.find(({ field }) => field === "url")?.value ?? document.url,
    score: Math.round(score * 1e3) / 1e3,
  }
}

function partOf({ reading, text }: DocumentRecord, kind: TextBlockKind): string | null {
  const block = reading.blocks.find((one) => one.kind === kind)
  return block ? spanText(text.value, block) : null
}
