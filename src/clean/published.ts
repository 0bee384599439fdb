import type { PublishedDate } from "../model/date.ts"
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
const IN_ADDRESS = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/
const NEAR = 15
const EARLIEST = "1990"
const A_DAY = 86_400_000

/**
 * When the page was published, from the surest place that gives a possible date: JSON-LD, meta tags,
 * microdata, the address, `<time>` and date lines near the headline. Dates in the future are impossible.
 */
export function choosePublished(page: Page, meta: MetaTable, data: LinkedData, known: Known): PublishedDate | null {
  const fetched = Date.parse(known.fetched)
  const latest = Number.isNaN(fetched) ? "9999" : new Date(fetched + A_DAY).toISOString()
  for (const candidate of candidates(page, meta, data, known)) {
    const date = findWrittenDate(candidate)
    if (date && date.value >= EARLIEST && date.value <= latest) return date
  }
  return null
}

function* candidates(page: Page, meta: MetaTable, data: LinkedData, known: Known): Generator<string> {
  if (data.published) yield data.published
  for (const name of META) yield* meta.all(name).slice(0, 1)
  yield* valuesOf(page.marks.filter(({ kind }) => kind === "published").filter(({ by }) => by === "itemprop"))
  const inAddress = IN_ADDRESS.exec(known.url ?? "")
  if (inAddress) yield `${inAddress[1]}-${inAddress[2]!.padStart(2, "0")}-${inAddress[3]!.padStart(2, "0")}`
  yield* visible(page, known.title)
  if (data.modified) yield data.modified
  yield* meta.all("article:modified_time").slice(0, 1)
}

/** `<time>` elements, date classes and date lines around the headline, then those further down. */
function* visible(page: Page, title: string | null): Generator<string> {
  const start = Math.max(
    0,
    page.blocks.findIndex(({ text, kind, level }) => kind === "heading" && (text === title || level === 1)),
  )
  const near = ({ block }: Mark) => block >= start - 6 && block <= start + NEAR
  const marks = page.marks.filter(({ kind }) => kind === "time" || kind === "published")
  yield* valuesOf(marks.filter(near))
  for (const { text } of page.blocks.slice(Math.max(0, start - 3), start + NEAR)) if (text.length <= 120) yield text
  yield* valuesOf(marks.filter(({ by }) => by === "time").slice(0, 3))
  yield* valuesOf(marks.filter(({ by }) => by === "class").slice(0, 3))
}

const valuesOf = (marks: readonly Mark[]): string[] =>
  marks.slice(0, 10).flatMap(({ value, text }) => [value, text].filter((v) => v !== ""))
