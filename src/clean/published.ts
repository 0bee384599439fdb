import type { PublishedDate } from "../model/date.ts"
import type { FactField } from "../model/document.ts"
import { type Candidate, type Chosen, toEvidence } from "./fact-evidence.ts"
import type { LinkedData } from "./json-ld.ts"
import type { MetaTable } from "./meta.ts"
import type { Mark, Page } from "./page.ts"
import { findWrittenDate } from "./written-date.ts"

type Known = Readonly<{ url: string | null; fetched: string; title: string | null }>

const META = [
  "article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date",
  "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "published_at", "publishdate", "publish-date",
  "publish_date", "published-date", "pubdate", "publication_date", "dc.date.issued", "dcterms.issued", "dc.date.created",
  "dcterms.created", "dc.date", "dcterms.date", "date", "citation_publication_date", "citation_date", "article_date_original",
  "originalpublicationdate", "datecreated", "displaydate", "timestamp", "release_date", "prism.publicationdate", "iso-8601-publish-date", "created",
  "dc:date", "bepress_citation_date", "citation_online_date", "publicationdate",
] // biome-ignore format: one list
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
  yield* visible(page, known.title)
  if (data.modified) yield { from: "JSON-LD dateModified", value: data.modified }
  yield* fromMeta(meta, "article:modified_time")
}

/** `<time>` elements, date classes and date lines around the headline, then those further down. */
function* visible(page: Page, title: string | null): Generator<Candidate> {
  const start = Math.max(
    0,
    page.blocks.findIndex(({ text, kind, level }) => kind === "heading" && (text === title || level === 1)),
  )
  const near = ({ block }: Mark) => block >= start - 6 && block <= start + NEAR
  const marks = page.marks.filter(({ kind }) => kind === "time" || kind === "published")
  yield* valuesOf(marks.filter(near))
  for (const { text } of page.blocks.slice(Math.max(0, start - 3), start + NEAR)) {
    if (text.length <= 120) yield { from: LINE, value: text }
  }
  for (const { text } of page.blocks.slice(Math.max(0, start - WIDE), start + 2 * WIDE)) {
    if (text.length <= SHORT) yield { from: LINE, value: text }
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
