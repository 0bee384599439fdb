import { type SpeakerJson, toSpeakersJson } from "../formats/claim-json.ts"
import { type FindingsJson, toFindingsJson } from "../formats/findings-json.ts"
import type { Attribution } from "../model/attribution.ts"
import type { PublishedDate } from "../model/date.ts"
import type { Reading } from "../model/document.ts"
import { NO_FINDINGS } from "../model/findings.ts"
import { judgedClaims } from "../model/judged-claims.ts"
import type { JudgedCopy } from "../model/judged-copies.ts"
import type {
  AttributionView,
  DocumentHead,
  DocumentRecord,
  DocumentView,
  Found,
  Ledger,
  SourceView,
} from "../model/ledger.ts"
import { type Span, spanText } from "../model/span.ts"
import { type JudgementData, judgementsOn } from "./judgement-data.ts"

/** A span with its words. */
export type Quoted = Span & Readonly<{ text: string }>

/** An attribution as the API prints it. */
export type AttributionData = Omit<Attribution, "source" | "cue" | "content"> &
  Readonly<{ source: Quoted | null; cue: Quoted | null; content: readonly Quoted[] }>

/**
 * `entities`: those that `speaker` and `onBehalfOf` stand for; `reading`: whether people said that it was read rightly;
 * `judgements`: all that they said of it, be it withdrawn.
 */
export type PrintedData = AttributionData &
  Readonly<{
    document: DocumentHead
    entities: readonly SpeakerJson[]
    reading: "right" | "wrong" | null
    judgements: readonly JudgementData[]
  }>

export type SummaryData = DocumentHead &
  Readonly<{
    language: string | null
    article: boolean
    notArticle: string | null
    attributed: boolean
    shown: number
    doubtful: number
    earliestSeen: string
    latestSeen: string
    sightings: number
  }>

export type ReadingData = Omit<Reading, "document" | "bylines" | "removed" | "modified" | "blocks" | "evidence"> &
  Readonly<{ current: boolean }>

export type OverviewData = Readonly<{ latest: readonly SummaryData[]; claims: readonly PrintedData[] }>
type Paged = Readonly<{ page: number; more: boolean }>
export type DocumentsData = Paged & Readonly<{ documents: readonly SummaryData[] }>
export type ClaimsData = Paged & Readonly<{ claims: readonly PrintedData[] }>
export type SourcesData = Paged & Readonly<{ sources: readonly SourceView[] }>
export type SearchData = Paged & Readonly<{ found: readonly Found[] }>
/** `copies`: who took whose text among the documents that print it, as people judged. */
export type AttributionPageData = Readonly<{
  id: string
  printed: readonly PrintedData[]
  copies: readonly CopyData[]
}>
/** Documents by their ids; `from`: where both have it from. */
export type CopyData = Readonly<{ left: string; right: string }> & JudgedCopy

export type DocumentData = Readonly<{
  document: SummaryData & Pick<Reading, "bylines" | "removed">
  text: Readonly<{ id: string; value: string }>
  run: Readonly<{ id: string; model: { name: string; version: number; sha256: string }; data: number }> | null
  attributions: readonly AttributionData[]
  /** Beside the attributions: entities, figures, times, places, evidence. */
  findings: FindingsJson
  readings: readonly ReadingData[]
  seen: readonly Readonly<{ url: string; at: string; snapshot: string }>[]
}>

/** The reading's title and publisher are newer than the document's. */
export function summaryData(view: DocumentView): SummaryData {
  const { document, reading, shown, doubtful, attributed, sightings } = view
  const { title, published, language, article, notArticle } = reading
  const publisher = reading.publisher ?? document.publisher
  const head = { id: document.id, url: document.url, title, publisher, published: published as PublishedDate | null }
  const seen = { earliestSeen: view.firstSeen, latestSeen: view.lastSeen, sightings }
  return { ...head, language, article, notArticle, attributed, shown, doubtful, ...seen }
}

/** Claims with what people judged of them. */
export async function printedData(ledger: Ledger, views: readonly AttributionView[]): Promise<PrintedData[]> {
  const judgements = await ledger.judgements()
  const { readingOf } = judgedClaims(judgements)
  return Promise.all(
    views.map(async (view) => ({
      ...toPrinted(view),
      reading: readingOf(view.attribution.id),
      judgements: await judgementsOn(ledger, judgements, view.attribution.id),
    })),
  )
}

/** What counts as shown, as people judged it: what was read rightly however doubtful, what was read wrongly not. */
export const isSure = ({ reading, shown }: Pick<PrintedData, "reading" | "shown">): boolean =>
  reading === null ? shown : reading === "right"

function toPrinted(view: AttributionView): Omit<PrintedData, "reading" | "judgements"> {
  const { attribution, sourceText, cueText, contentText, document } = view
  const quoted = (span: Span | null, text: string | null) => (span ? { ...span, text: text ?? "" } : null)
  const content = attribution.content.map((span, i) => ({ ...span, text: contentText[i] ?? "" }))
  return {
    ...attribution,
    source: quoted(attribution.source, sourceText),
    cue: quoted(attribution.cue, cueText),
    content,
    document,
    entities: toSpeakersJson(view),
  }
}

export function attributionData(attribution: Attribution, text: string): AttributionData {
  const quoted = (span: Span) => ({ start: span.start, end: span.end, text: spanText(text, span) })
  return {
    ...attribution,
    source: attribution.source && quoted(attribution.source),
    cue: attribution.cue && quoted(attribution.cue),
    content: attribution.content.map(quoted),
  }
}

export function documentData(record: DocumentRecord): DocumentData {
  const { reading, text, run, readings, seen } = record
  const { bylines, removed } = reading
  return {
    document: { ...summaryData(record), bylines, removed },
    text: { id: text.id, value: text.value },
    run: run && { id: run.id, model: run.model, data: run.data },
    attributions: (run?.attributions ?? []).map((attribution) => attributionData(attribution, text.value)),
    findings: toFindingsJson(run?.findings ?? NO_FINDINGS, text.value),
    readings: readings.map((other) => readingData(other, reading.id)),
    seen: seen.map(({ url, at, snapshot }) => ({ url, at, snapshot })),
  }
}

function readingData(reading: Reading, current: string): ReadingData {
  const { id, snapshot, reader, article, notArticle, title, publisher, published, language, text } = reading
  return {
    id,
    current: id === current,
    reader,
    snapshot,
    article,
    notArticle,
    title,
    publisher,
    published,
    language,
    text,
  }
}
