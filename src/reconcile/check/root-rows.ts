import type { Act, AttributionId } from "../../model/attribution.ts"
import type { PublishedDate } from "../../model/date.ts"
import type { Figure } from "../../model/figure.ts"
import type { DocumentHead } from "../../model/ledger.ts"
import type { Span } from "../../model/span.ts"
import { openApart } from "../judged/open-apart.ts"
import type { Matched } from "./check-claim.ts"
import { type ClaimDocument, headOf, type Statement } from "./claim-document.ts"
import { figureText } from "./compare-figures.ts"
import type { Claimant, ClaimantKind, Claimants, ClaimantsGiven, SharedText } from "./find-claimants.ts"
import { openGroups } from "./groups.ts"
import { compareDates, whenOf } from "./when.ts"

/** One place where a claimant's words are printed. */
export type Print = Readonly<{
  document: DocumentHead
  attribution: AttributionId | null
  spans: readonly Span[]
  words: string
  /** Addresses that its sentence leads to. */
  links: readonly string[]
  shown: boolean
  /** How much it says the same as what was asked, 0 to 1. */
  score: number
}>

/** One claimant. */
export type RootRow = Readonly<{
  root: string
  kind: ClaimantKind
  /** Whether a document of its own was read, or others only credit it. */
  status: "read" | "only credited"
  /** The earliest of what was read; `seen`: the day on which it was read here, since it names none. */
  earliest: PublishedDate & Readonly<{ seen: boolean; document: DocumentHead }>
  act: Act | null
  figure: string | null
  /** What it says against what was asked; null where it says the same. */
  against: string | null
  /** Publishers that print it, each once. */
  outlets: readonly string[]
  documents: number
  /** Documents that are copies of others of these. */
  copies: number
  /** Its exact words in the document seen earliest. */
  words: string
  shown: boolean
  prints: readonly Print[]
}>

type Given = ClaimantsGiven & Readonly<{ documents: readonly ClaimDocument[]; matched: readonly Matched[] }>

/** From here on a claimant's name is taken for a publisher's. */
const ONE = 0.8

/** A row a claimant, earliest seen first; then most outlets, then by name. */
export const toRows = ({ claimants }: Claimants, given: Given): RootRow[] =>
  claimants
    .map((claimant) => toRow(claimant, given))
    .sort(
      (a, b) =>
        compareDates(a.earliest, b.earliest) || b.outlets.length - a.outlets.length || (a.root < b.root ? -1 : 1),
    )

function toRow({ name, kind, statements }: Claimant, given: Given): RootRow {
  const when = (statement: Statement) => whenOf(given.documents[statement.document]!.record)
  const byDate = [...statements].sort(
    (a, b) =>
      compareDates(when(a).date, when(b).date) ||
      Number(b.shown) - Number(a.shown) ||
      scoreOf(b, given) - scoreOf(a, given),
  )
  const first = byDate[0]!
  const documents = [...new Set(statements.map(({ document }) => document))]
  const head = (statement: Statement) => headOf(given.documents[statement.document]!.record)
  const asked = given.matched.find(({ statement }) => statement === first)
  const said = asked?.figure && first.figures.includes(asked.figure.said) ? asked.figure.said : null
  return {
    root: name,
    kind,
    status: isRead(name, kind, given) ? "read" : "only credited",
    earliest: { ...when(first).date, seen: when(first).seen, document: head(first) },
    act: first.act,
    figure: said ? figureText(said) : figureOf(first.figures),
    against: asked?.against ?? null,
    outlets: [...new Set(byDate.map((one) => given.publishers[one.document] ?? head(one).title ?? head(one).id))],
    documents: documents.length,
    copies: copiesIn(documents, given.copies),
    words: first.words,
    shown: statements.some(({ shown }) => shown),
    prints: byDate.map((one) => ({
      document: head(one),
      attribution: one.attribution?.id ?? null,
      spans: one.spans,
      words: one.words,
      links: one.links.map(({ href }) => href).filter((href) => /^https?:/i.test(href)),
      shown: one.shown,
      score: scoreOf(one, given),
    })),
  }
}

const scoreOf = (statement: Statement, { matched }: Given): number =>
  Math.round((matched.find((one) => one.statement === statement)?.score ?? 0) * 1e3) / 1e3

function figureOf(figures: readonly Figure[]): string | null {
  const counted = figures.find(({ measure, partOf }) => measure !== "count" && partOf === null) ?? figures[0]
  return counted ? figureText(counted) : null
}

const isRead = (name: string, kind: ClaimantKind, { publishers, likeness }: Given): boolean =>
  kind === "publisher" || (kind === "named" && publishers.some((one) => one !== null && likeness(one, name) >= ONE))

function copiesIn(documents: readonly number[], copies: readonly SharedText[]): number {
  const groups = openGroups(documents.length)
  const here = copies.flatMap(({ left, right, wholly, apart }) => {
    const [i, j] = [documents.indexOf(left), documents.indexOf(right)]
    return i >= 0 && j >= 0 ? [{ left: i, right: j, wholly, apart }] : []
  })
  const areApart = openApart(
    here.filter(({ apart }) => apart),
    groups.find,
  )
  for (const { left, right, wholly } of here) if (wholly && !areApart(left, right)) groups.join(left, right)
  return documents.filter((_, index) => groups.find(index) !== index).length
}
