import type { WordCounts } from "../../lexicon/word-counts.ts"
import type { Act, AttributionId } from "../../model/attribution.ts"
import type { DocumentHead } from "../../model/ledger.ts"
import type { Span } from "../../model/span.ts"
import { toClaimText } from "../check/check-claim.ts"
import { type ClaimDocument, headOf, type Statement, statementsOf } from "../check/claim-document.ts"
import { type ClaimantKind, type ClaimantsGiven, findClaimants, type SharedText } from "../check/find-claimants.ts"
import { openLikeness } from "../check/match-claims.ts"
import { compareDates, whenOf } from "../check/when.ts"
import type { Claim, Relation } from "../relations/claim.ts"
import { prepareClaim } from "../relations/prepare-claim.ts"
import { AGAINST } from "./find-pairs.ts"

/** One of two claims that are set beside each other, where it was seen earliest. */
export type DisputeSide = Readonly<{
  /** Of the attribution; null in the publisher's own voice. */
  id: AttributionId | null
  claimant: string
  kind: ClaimantKind
  /** Null in the publisher's own voice. */
  act: Act | null
  words: string
  span: Span
  document: DocumentHead
  shown: boolean
}>

export type DisputesGiven = Omit<ClaimantsGiven, "publishers"> &
  Readonly<{
    /** What the right claim does to the left one. */
    relate: (left: Claim, right: Claim) => Relation
    /** Words that turn a statement into its opposite, lower case. */
    negations: ReadonlySet<string>
    /** In how many articles a word stands. */
    counts: WordCounts
  }>

/** The statements of some documents (of a story, say), made ready to be set beside one another; by the documents' ids. */
export function compareStatements(given: readonly ClaimDocument[], tools: DisputesGiven) {
  // By id, whatever order they came in.
  const documents = [...given].sort((a, b) => (a.record.document.id < b.record.document.id ? -1 : 1))
  const place = (at: number): number => documents.indexOf(given[at]!)
  const copies = tools.copies.map((pair) => swapped(pair, place(pair.left), place(pair.right)))
  const statements = documents.flatMap(statementsOf).filter(({ spans }) => spans.length > 0)
  const publishers = documents.map(({ record }) => record.reading.publisher ?? record.document.publisher)
  const { claimants } = findClaimants(statements, { ...tools, copies, publishers })
  const claimantOf = new Map(claimants.flatMap((one) => one.statements.map((statement) => [statement, one] as const)))
  const claims = statements.map((statement) => toClaim(statement, documents[statement.document]!))
  const alike = openLikeness(
    statements.map(({ words, figures }) => toClaimText(words, figures)),
    tools.counts,
  )
  const when = (at: number) => whenOf(documents[statements[at]!.document]!.record).date
  return {
    documents,
    statements,
    claimants,
    claimantOf,
    claims,
    alike,
    /** The earlier one first. */
    inOrder: (one: number, two: number): [left: number, right: number] =>
      compareDates(when(one), when(two)) > 0 ? [two, one] : [one, two],
    side: (at: number): DisputeSide => toSide(statements[at]!, claimantOf.get(statements[at]!)!, documents),
  }
}

/** The pair at its new places; the left one is the earlier in the list. */
const swapped = ({ passages, ...pair }: SharedText, left: number, right: number): SharedText =>
  left < right
    ? { ...pair, passages, left, right }
    : { ...pair, left: right, right: left, passages: passages.map((one) => ({ left: one.right, right: one.left })) }

type Named = Readonly<{ name: string; kind: ClaimantKind }>

/** With its denying words, which are a part of what is claimed. */
function toClaim({ spans, attribution }: Statement, { record }: ClaimDocument): Claim {
  const { text, reading, document, run } = record
  const read = {
    text: text.value,
    publisher: reading.publisher ?? document.publisher,
    published: reading.published?.value ?? null,
    attributions: run?.attributions ?? [],
    entities: run?.findings.entities ?? [],
    figures: run?.findings.figures ?? [],
  }
  const cue = attribution && AGAINST.has(attribution.act) ? attribution.cue : null
  return prepareClaim(read, hull(cue ? [...spans, cue] : spans))
}

const hull = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})

function toSide(statement: Statement, { name, kind }: Named, documents: readonly ClaimDocument[]): DisputeSide {
  return {
    id: statement.attribution?.id ?? null,
    claimant: name,
    kind,
    act: statement.attribution?.act ?? null,
    words: statement.words.replace(/\s+/g, " "),
    span: hull(statement.spans),
    document: headOf(documents[statement.document]!.record),
    shown: statement.shown,
  }
}
