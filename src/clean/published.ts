import type { PublishedDate } from "../model/date.ts"
import type { FactField } from "../model/document.ts"
import { type Candidate, type Chosen, toEvidence } from "./fact-evidence.ts"
import { headlineAt } from "./headline-at.ts"
import type { LinkedData } from "./json-ld.ts"
import type { MetaTable } from "./meta.ts"
import type { Mark, Page } from "./page.ts"
import { findWrittenDate } from "./written-date.ts"

type Known = Readonly<{ url: string | null; fetched: string; title: string | null }>

const META = [
  "article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date",
  "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "published_at", "publishdate", "publish-date",
  "publish_date", "published-date", "pubdate", "publication_date", "dc.date.issued", "dcterms.issued", "citation_publication_date", "citation_date", "article_date_original",
  "originalpublicationdate", "displaydate", "release_date", "prism.publicationdate", "iso-8601-publish-date",
  "bepress_citation_date", "citation_online_date", "publicationdate",
] // biome-ignore format: one list
/** Any date at all, the day of the last change as often as not: what the page prints beside its headline comes first. */
const META_VAGUE = ["dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "date", "datecreated", "timestamp", "created", "dc:date"] // biome-ignore format: one list
const META_MODIFIED = ["article:modified_time", "article:modified", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "sailthru.updated_date", "revised"] // biome-ignore format: one list
/** Where a date is read from a line of text. */
const LINE = "dateline"
/** Candidates looked at when one was taken. */
const ENOUGH = 6
const IN_ADDRESS = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/
/** "/23-01-2022-": no month is over 12. */
const IN_ADDRESS_BACKWARDS = /[/-](0[1-9]|[12]\d|3[01])[-.](0[1-9]|1[0-2])[-.]((?:19|20)\d{2})(?=[/-]|$)/
const NEAR = 15
/** A line that is little more than a date may stand farther from the headline. */
const WIDE = 15
const SHORT = 30
/** "Varn, 24 May 2023 – The bridge …", "24.5.2023. The bridge …": a paragraph that begins with its date. */
const OPENING = /^(?:\p{Lu}[\p{L} .-]{1,30}[,:]\s*|\p{Lu}\p{L}{4,25} (?:vom|of|du|del) )?\(?(?:\p{L}+,\s*)?(?:\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}|\d{4}-\d\d-\d\d|\d{1,2}\.?(?: de)? \p{L}{3,12}\.?(?: de)? \d{4}|\p{L}{3,12}\.? \d{1,2},? \d{4})\)?\s*[|.:–—-]/u // biome-ignore format: one form
/** A date behind the word for it, anywhere in a short line. */
const LABELLED = /(?<!\p{L})(?:published|posted|date|veröffentlicht|erschienen|erstellt|datum|publié|publicado|fecha|data|pubblicato|gepubliceerd|geplaatst|publicerad)(?: am| on| le| el| il| op)?\s*:?\s*([^\n]*\d{4}[^\n]*)/iu // biome-ignore format: one form
const LONGEST_NOTE = 160
const EARLIEST = "1990"
const A_DAY = 86_400_000

/**
 * When the page was published, from the surest place that gives a possible date: JSON-LD, meta tags,
 * microdata, the address, `<time>` and date lines near the headline. Dates in the future are impossible.
 */
export const choosePublished = (
  page: Page,
  meta: MetaTable,
  data: LinkedData,
  known: Known,
): Chosen<PublishedDate | null> => chooseDate("published", candidates(page, meta, data, known), latestOf(known))

/** When the page says that it was last changed. */
export const chooseModified = (
  page: Page,
  meta: MetaTable,
  data: LinkedData,
  known: Known,
): Chosen<PublishedDate | null> => chooseDate("modified", modified(page, meta, data), latestOf(known))

function latestOf({ fetched }: Known): string {
  const time = Date.parse(fetched)
  return Number.isNaN(time) ? "9999" : new Date(time + A_DAY).toISOString()
}

function chooseDate(field: FactField, all: Generator<Candidate>, latest: string): Chosen<PublishedDate | null> {
  const seen: Candidate[] = []
  const against = new Map<Candidate, string>()
  let value: PublishedDate | null = null
  for (const candidate of all) {
    const date = findWrittenDate(candidate.value)
    // A line of the page that holds no date is nobody's word on it.
    if (!date && candidate.from === LINE) continue
    seen.push(candidate)
    if (!date) against.set(candidate, "no date")
    else if (date.value > latest) against.set(candidate, "in the future")
    else if (date.value < EARLIEST) against.set(candidate, "before the web")
    else if (value === null) value = date
    else if (date.value.slice(0, 10) !== value.value.slice(0, 10))
      against.set(candidate, "a surer place says otherwise")
    if (value !== null && seen.length >= ENOUGH) break
  }
  return { value, evidence: toEvidence(field, seen, (candidate) => against.get(candidate) ?? null) }
}

function* modified(page: Page, meta: MetaTable, data: LinkedData): Generator<Candidate> {
  if (data.modified) yield { from: "JSON-LD dateModified", value: data.modified }
  for (const name of META_MODIFIED) yield* fromMeta(meta, name)
  yield* valuesOf(page.marks.filter(({ kind }) => kind === "modified"))
}

function* fromMeta(meta: MetaTable, name: string): Generator<Candidate> {
  const value = meta.first(name)
  if (value !== null) yield { from: `meta ${name}`, value }
}

function* candidates(page: Page, meta: MetaTable, data: LinkedData, known: Known): Generator<Candidate> {
  if (data.published) yield { from: "JSON-LD datePublished", value: data.published }
  for (const name of META) yield* fromMeta(meta, name)
  yield* valuesOf(page.marks.filter(({ kind, by }) => kind === "published" && by === "itemprop"))
  const [, year, month, day] = IN_ADDRESS.exec(known.url ?? "") ?? []
  const [, dayFirst, monthNext, yearLast] = IN_ADDRESS_BACKWARDS.exec(known.url ?? "") ?? []
  if (yearLast) yield { from: "address", value: `${yearLast}-${monthNext}-${dayFirst}` }
  if (year) yield { from: "address", value: `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}` }
  const start = Math.max(0, headlineAt(page, known.title))
  yield* valuesOf(datesNear(page, start).filter(({ by }) => by === "time"))
  for (const name of META_VAGUE) yield* fromMeta(meta, name)
  yield* visible(page, start)
  if (data.modified) yield { from: "JSON-LD dateModified", value: data.modified }
  yield* fromMeta(meta, "article:modified_time")
}

const isDate = ({ kind }: Mark): boolean => kind === "time" || kind === "published"
const datesNear = ({ marks }: Page, start: number): Mark[] =>
  marks.filter((mark) => isDate(mark) && mark.block >= start - 6 && mark.block <= start + NEAR)

/** `<time>` elements, date classes and date lines around the headline, then those further down. */
function* visible(page: Page, start: number): Generator<Candidate> {
  const marks = page.marks.filter(isDate)
  yield* valuesOf(datesNear(page, start))
  for (const { text } of page.blocks.slice(Math.max(0, start - 3), start + NEAR)) {
    if (text.length <= 120) yield { from: LINE, value: text }
  }
  for (const { text } of page.blocks.slice(Math.max(0, start - WIDE), start + 3 * WIDE)) {
    if (text.length <= SHORT) yield { from: LINE, value: text }
  }
  for (const { text } of page.blocks.slice(start, start + NEAR)) {
    const opening = OPENING.exec(text)
    if (opening) yield { from: LINE, value: opening[0] }
  }
  for (const { text } of page.blocks.slice(Math.max(0, start - WIDE), start + 4 * WIDE)) {
    const said = text.length <= LONGEST_NOTE ? LABELLED.exec(text) : null
    if (said) yield { from: LINE, value: said[1]! }
  }
  yield* valuesOf(marks.filter(({ by }) => by === "time").slice(0, 3))
  yield* valuesOf(marks.filter(({ by }) => by === "class").slice(0, 3))
}

const FROM_MARK = { itemprop: "microdata", rel: "link", time: "<time>", class: "class of the element" }

const valuesOf = (marks: readonly Mark[]): Candidate[] =>
  marks
    .slice(0, 10)
    .flatMap(({ by, value, text }) =>
      [value, text].filter((said) => said !== "").map((said) => ({ from: FROM_MARK[by], value: said })),
    )
