import type { WordCounts } from "../../lexicon/word-counts.ts"
import type { PublishedDate } from "../../model/date.ts"
import type { Figure, FigureId } from "../../model/figure.ts"
import type { DocumentHead } from "../../model/ledger.ts"
import { contains, overlaps } from "../../model/span.ts"
import { type ClaimDocument, headOf, type Statement, statementsOf } from "./claim-document.ts"
import { claimWords } from "./claim-words.ts"
import { figureText } from "./compare-figures.ts"
import { type ClaimantKind, type ClaimantsGiven, findClaimants } from "./find-claimants.ts"
import { compareDates, whenOf } from "./when.ts"

/** What one claimant gives as one figure, wherever it is printed. Bounds are null where they are open. */
export type FigureRow = Readonly<{
  claimant: string
  kind: ClaimantKind
  figure: string
}> &
  Pick<
    Figure,
    "measure" | "low" | "high" | "about" | "unit" | "of" | "side" | "status" | "period" | "said" | "meant" | "place"
  > &
  Readonly<{
    /** Whether it is a part of another figure; parts are never added. */
    part: boolean
    /** The time meant, else said, else when it was printed: what rows are sorted by. */
    date: string
    printed: PublishedDate
    outlets: readonly string[]
    document: DocumentHead
    /** The exact words around it. */
    words: string
    shown: boolean
  }>

/** `only`: ids of the figures to print; absent: all. */
type Given = Omit<ClaimantsGiven, "publishers"> &
  Readonly<{ words: string; counts: WordCounts; only?: ReadonlySet<FigureId> | undefined }>
type One = Readonly<{ statement: Statement; figure: Figure }>

/**
 * Every figure of the documents, a row a claimant and figure, grouped by measure (most rows first), then by date, then low
 * to high. Never averaged. Where the words asked for name a measure or what is counted, only such figures when there are any.
 */
export function toFigureRows(documents: readonly ClaimDocument[], given: Given): FigureRow[] {
  const statements = documents
    .flatMap(statementsOf)
    .filter(({ figures, spans }) => figures.length > 0 && spans.length > 0)
  const publishers = documents.map(({ record }) => record.reading.publisher ?? record.document.publisher)
  const { claimants } = findClaimants(statements, { ...given, publishers })
  const rows = claimants.flatMap(({ name, kind, statements: own }) =>
    byFigure(innermostOnly(own, statements).filter(({ figure }) => given.only?.has(figure.id) ?? true)).map((same) =>
      toRow({ name, kind }, same, documents),
    ),
  )
  const asked = rows.filter((row) => isAsked(row, given.words))
  return sorted(asked.length > 0 ? asked : rows)
}

/** A figure inside what somebody is said to have said about another's words is the other's. */
function innermostOnly(own: readonly Statement[], all: readonly Statement[]): One[] {
  return own.flatMap((statement) =>
    statement.figures
      .filter((figure) => {
        const attribution = statement.attribution?.id ?? null
        if (figure.attribution !== null) return figure.attribution === attribution
        return !all.some(
          (other) => other !== statement && other.document === statement.document && isInside(other, statement, figure),
        )
      })
      .map((figure) => ({ statement, figure })),
  )
}

const isInside = (inner: Statement, outer: Statement, figure: Figure): boolean =>
  inner.spans.some((span) => contains(span, figure)) &&
  outer.spans.some((span) =>
    inner.spans.every((one) => overlaps(span, one) && span.end - span.start > one.end - one.start),
  )

/** Printings of one figure of one claimant together: the same measure, bounds, things counted, time and wholeness. */
function byFigure(ones: readonly One[]): One[][] {
  const groups = new Map<string, One[]>()
  for (const one of ones) {
    const { measure, low, high, unit, meant, period, status, partOf } = one.figure
    const key = JSON.stringify([measure, low, high, unit, meant, period, status, partOf !== null])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

function toRow(
  { name, kind }: { name: string; kind: ClaimantKind },
  same: readonly One[],
  documents: readonly ClaimDocument[],
): FigureRow {
  const recordOf = ({ statement }: One) => documents[statement.document]!.record
  const byDate = [...same].sort((a, b) => compareDates(whenOf(recordOf(a)).date, whenOf(recordOf(b)).date))
  const first = byDate[0]!
  const { measure, low, high, about, unit, of, side, status, period, said, meant, place, partOf } = first.figure
  const printed = whenOf(recordOf(first)).date
  const heads = byDate.map((one) => headOf(recordOf(one)))
  return {
    claimant: name,
    kind,
    figure: figureText(first.figure),
    ...{ measure, low, high, about, unit, of, side, status, period, said, meant, place },
    part: partOf !== null,
    date: [meant, said].find((date) => /^\d{4}/.test(date ?? "")) ?? printed.value.slice(0, 10),
    printed,
    outlets: [...new Set(heads.map(({ publisher, title, id }) => publisher ?? title ?? id))],
    document: heads[0]!,
    words: first.statement.words,
    shown: same.some(({ statement }) => statement.shown),
  }
}

function isAsked({ measure, of }: FigureRow, words: string): boolean {
  const asked = new Set(claimWords(words).map(({ key }) => key))
  return claimWords(`${measure} ${of ?? ""}`).some(({ key }) => asked.has(key))
}

function sorted(rows: readonly FigureRow[]): FigureRow[] {
  const sizes = new Map<string, number>()
  for (const { measure } of rows) sizes.set(measure, (sizes.get(measure) ?? 0) + 1)
  const least = ({ low, high }: FigureRow): number => low ?? high ?? 0
  const name = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  return [...rows].sort(
    (a, b) =>
      Number(a.measure === "count") - Number(b.measure === "count") ||
      sizes.get(b.measure)! - sizes.get(a.measure)! ||
      name(a.measure, b.measure) ||
      name(a.date, b.date) ||
      least(a) - least(b) ||
      (a.high ?? Number.POSITIVE_INFINITY) - (b.high ?? Number.POSITIVE_INFINITY) ||
      name(a.claimant, b.claimant),
  )
}
