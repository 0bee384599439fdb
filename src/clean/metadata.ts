import type { PublishedDate } from "../model/date.ts"
import type { FactEvidence } from "../model/document.ts"
import { addressEvidence, pageAddress } from "./address.ts"
import { chooseBylines } from "./authors.ts"
import { readLinkedData } from "./json-ld.ts"
import { metaTable } from "./meta.ts"
import type { Page } from "./page.ts"
import { chooseModified, choosePublished } from "./published.ts"
import { choosePublisher } from "./publisher.ts"
import { chooseTitle, titleEvidence } from "./title.ts"

/** What a page says of itself; null or empty where it says nothing that can be right. */
export type Metadata = Readonly<{
  title: string | null
  publisher: string | null
  bylines: readonly string[]
  published: PublishedDate | null
  modified: PublishedDate | null
  url: string | null
  /** Whether the page calls itself an article, in JSON-LD or Open Graph. */
  saysArticle: boolean
  /** `og:type`, lower case. */
  type: string | null
  /** The article's text as JSON-LD gives it. */
  body: string | null
  /** Whether it calls itself a list of articles, a home page or the like. */
  saysIndex: boolean
  /** Where the above comes from. */
  evidence: readonly FactEvidence[]
}>

/** Where and when the page was fetched. */
export type Fetched = Readonly<{ url: string | null; at: string }>

const INDEX_TYPES = new Set(["collectionpage", "searchresultspage", "profilepage"])

/** Weigh what JSON-LD, meta tags, marks and visible lines say. Does not throw. */
export function readMetadata(page: Page, fetched: Fetched): Metadata {
  const data = readLinkedData(page.jsonLd)
  const meta = metaTable(page)
  const url = pageAddress(page, meta, data, fetched.url)
  const publisher = choosePublisher(meta, data, url)
  const type = meta.first("og:type")?.toLowerCase() ?? null
  const title = chooseTitle(page, meta, data, publisher.value)
  const bylines = chooseBylines(page, meta, data, { publisher: publisher.value, title })
  const known = { url, fetched: fetched.at, title }
  const published = choosePublished(page, meta, data, known)
  const modified = chooseModified(page, meta, data, known)
  return {
    title,
    publisher: publisher.value,
    bylines: bylines.value,
    published: published.value,
    modified: modified.value,
    url,
    saysArticle: data.article || type === "article" || meta.first("article:published_time") !== null,
    type,
    body: data.body,
    saysIndex: !data.article && data.types.some((name) => INDEX_TYPES.has(name)),
    evidence: [
      ...titleEvidence(page, meta, data, title),
      ...publisher.evidence,
      ...bylines.evidence,
      ...published.evidence,
      ...modified.evidence,
      ...addressEvidence(page, meta, data, { url, fetched: fetched.url }),
    ],
  }
}
