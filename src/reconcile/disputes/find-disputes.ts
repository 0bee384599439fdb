import type { WordCounts } from "../../lexicon/word-counts.ts"
import type { Act } from "../../model/attribution.ts"
import type { DocumentHead } from "../../model/ledger.ts"
import type { Span } from "../../model/span.ts"
import { judge, toClaimText } from "../check/check-claim.ts"
import { type ClaimDocument, headOf, type Statement, statementsOf } from "../check/claim-document.ts"
import { type ClaimantKind, type ClaimantsGiven, findClaimants, type SharedText } from "../check/find-claimants.ts"
import { openLikeness } from "../check/match-claims.ts"
import { compareDates, whenOf } from "../check/when.ts"
import type { Claim, Relation } from "../relations/claim.ts"
import { prepareClaim } from "../relations/prepare-claim.ts"
import { AGAINST, findPairs } from "./find-pairs.ts"

/** From here on two statements are of one proposition, so that its denial is at odds with its assertion. */
const ALIKE = 0.4
/** From here on a negation in one of them turns the other's meaning; it may be of another part of the sentence. */
const SAME = 0.6
/** From here on two statements are compared at all. */
const LEAST = 0.3

/** One of two claims that stand against each other, where it was seen earliest. */
export type DisputeSide = Readonly<{
  claimant: string
  kind: ClaimantKind
  /** Null in the publisher's own voice. */
  act: Act | null
  words: string
  span: Span
  document: DocumentHead
  shown: boolean
}>

/** The later claim (`right`) against the earlier one; of claims of one day either may stand left. */
export type Dispute = Readonly<{
  left: DisputeSide
  right: DisputeSide
  /** How alike the two claims are in their words, 0 to 1. */
  likeness: number
  why: string
  /** How many documents print one side or the other. */
  documents: number
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

/**
 * Claims of some documents (of a story, say) that two claimants make against each other, surest first: each pair of
 * claimants once for what they are at odds about. One side at least is said by somebody who is named or described; what a
 * publisher says in its own voice may be the other. Empty when nothing is disputed. Does not throw.
 */
export function findDisputes(given: readonly ClaimDocument[], tools: DisputesGiven): Dispute[] {
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

  const found: Found[] = []
  for (const { one, two } of findPairs(statements, tools.negations)) {
    if (claimantOf.get(statements[one]!) === claimantOf.get(statements[two]!)) continue
    const [left, right] = compareDates(when(one), when(two)) > 0 ? [two, one] : [one, two]
    const likeness = alike(one, two)
    const why = likeness < LEAST ? null : atOdds(left, right, likeness)
    if (why !== null) found.push({ left, right, likeness, why })
  }
  /** Why the right one is at odds with the left one; null where it is not. */
  function atOdds(left: number, right: number, likeness: number): string | null {
    const [said, other] = [statements[left]!, statements[right]!]
    if (likeness >= ALIKE && denies(said) !== denies(other)) return denies(other) ? "denies it" : "it was denied before"
    const { against, turned } = judge({ text: said.words, figures: said.figures }, other, tools.negations)
    if (against !== null && likeness >= (turned ? SAME : ALIKE) && !denies(said)) return against
    const { verdict, why } = tools.relate(claims[left]!, claims[right]!)
    return verdict === "disputes" ? why : null
  }
  const side = (at: number): DisputeSide => toSide(statements[at]!, claimantOf.get(statements[at]!)!, documents)
  return fold(found, (at) => claimants.indexOf(claimantOf.get(statements[at]!)!)).map(({ best, members }) => ({
    left: side(best.left),
    right: side(best.right),
    likeness: best.likeness,
    why: best.why,
    documents: new Set(members.flatMap(({ left, right }) => [left, right].map((at) => statements[at]!.document))).size,
  }))
}

/** The pair at its new places; the left one is the earlier in the list. */
const swapped = ({ passages, ...pair }: SharedText, left: number, right: number): SharedText =>
  left < right
    ? { ...pair, passages, left, right }
    : { ...pair, left: right, right: left, passages: passages.map((one) => ({ left: one.right, right: one.left })) }

const denies = ({ attribution }: Statement): boolean => attribution?.act === "deny" || attribution?.act === "doubt"

type Found = Readonly<{ left: number; right: number; likeness: number; why: string }>
type Named = Readonly<{ name: string; kind: ClaimantKind }>

/** Pairs of the same two claimants are one dispute, by the surest of them. */
function fold(found: readonly Found[], claimant: (at: number) => number) {
  const groups = new Map<string, Found[]>()
  for (const one of [...found].sort((a, b) => b.likeness - a.likeness || a.left - b.left || a.right - b.right)) {
    const key = [claimant(one.left), claimant(one.right)].sort((a, b) => a - b).join(" ")
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map((members) => ({ best: members[0]!, members }))
}

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
    claimant: name,
    kind,
    act: statement.attribution?.act ?? null,
    words: statement.words.replace(/\s+/g, " "),
    span: hull(statement.spans),
    document: headOf(documents[statement.document]!.record),
    shown: statement.shown,
  }
}
