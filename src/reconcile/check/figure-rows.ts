import type { WordCounts } from "../../lexicon/word-counts.ts"
import type { PublishedDate } from "../../model/date.ts"
import type { Figure, FigureId } from "../../model/figure.ts"
import type { DocumentHead } from "../../model/ledger.ts"
import { contains, overlaps } from "../../model/span.ts"
import type { TextId } from "../../model/text.ts"
import { type ClaimDocument, headOf, type Statement, statementsOf } from "./claim-document.ts"
import { claimWords } from "./claim-words.ts"
import { compareFigures, figureText } from "./compare-figures.ts"
import { type ClaimantKind, type ClaimantsGiven, findClaimants } from "./find-claimants.ts"
import { compareDates, whenOf } from "./when.ts"

/** What one claimant gives as one figure until it gives another, wherever it is printed. Bounds are null where they are open. */
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
 * Every figure of the documents, a row a claimant and figure (a new row where it comes back to one), grouped by measure (most rows first), then by date, then low
 * to high. Never averaged. Where the words asked for name a measure or what is counted, only such figures when there are any.
 */
export function toFigureRows(documents: readonly ClaimDocument[], given: Given): FigureRow[] {
  const statements = documents
    .flatMap(statementsOf)
    .filter(({ figures, spans }) => figures.length > 0 && spans.length > 0)
  const publishers = documents.map(({ record }) => record.reading.publisher ?? record.document.publisher)
  const { claimants } = findClaimants(statements, { ...given, publishers })
  const rows = claimants.flatMap(({ name, kind, statements: own }) =>
    byFigure(
      innermostOnly(own, statements).filter(({ figure }) => given.only?.has(figure.id) ?? true),
      openDays(documents),
    ).map((same) => toRow({ name, kind }, same, documents)),
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

type DayOf = (one: One) => PublishedDate | null

/** When a figure was said: the day told, else the earliest on which its text was published; null where none is known. */
function openDays(documents: readonly ClaimDocument[]): DayOf {
  const days = new Map<TextId, PublishedDate>()
  for (const { record } of documents) {
    const { published } = record.reading
    const known = days.get(record.text.id)
    // A reprint letter for letter says nothing anew; a near copy may be a bulletin brought up to date.
    if (published && (!known || compareDates(published, known) < 0)) days.set(record.text.id, published)
  }
  return ({ statement, figure }) =>
    isDay(figure.said)
      ? { value: figure.said.slice(0, 10), precision: "day" }
      : (days.get(documents[statement.document]!.record.text.id) ?? null)
}

const isDay = (said: string | null): said is string => /^\d{4}-\d{2}-\d{2}/.test(said ?? "")

/**
 * Printings of one figure of one claimant together: the same measure, bounds, things counted, time and wholeness. Whoever
 * comes back to a figure after another one that it does not go with has said it anew.
 */
function byFigure(ones: readonly One[], dayOf: DayOf): One[][] {
  const groups = new Map<string, One[]>()
  for (const one of ones) {
    const { measure, low, high, unit, meant, period, status, partOf } = one.figure
    const key = JSON.stringify([measure, low, high, unit, meant, period, status, partOf !== null])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((same) => splitByReturns(same, ones, dayOf))
}

/** One figure's printings, cut where another figure that clashes with it was said certainly between two of them. */
function splitByReturns(same: readonly One[], all: readonly One[], dayOf: DayOf): One[][] {
  const { figure } = same[0]!
  const between = all.flatMap((other) => (compareFigures(figure, other.figure) === "clash" ? (dayOf(other) ?? []) : []))
  const dated = same
    .flatMap((one) => {
      const day = dayOf(one)
      return day ? [{ one, day }] : []
    })
    .sort((a, b) => compareDates(a.day, b.day))
  const runs: One[][] = []
  let last: PublishedDate | null = null
  for (const { one, day } of dated) {
    const from = last
    const isAnew =
      from === null || between.some((other) => compareDates(from, other) < 0 && compareDates(other, day) < 0)
    if (isAnew) runs.push([one])
    else runs.at(-1)!.push(one)
    last = day
  }
  // What has no date goes with the earliest: nothing tells that it was said again.
  const undated = same.filter((one) => dayOf(one) === null)
  return runs.length === 0 ? [undated] : [[...runs[0]!, ...undated], ...runs.slice(1)]
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
