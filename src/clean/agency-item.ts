import { foldLine } from "../lexicon/furniture.ts"
import type { PublishedDate } from "../model/date.ts"
import type { Removed } from "../model/document.ts"
import { httpAddress } from "./address.ts"
import { namesIn } from "./byline.ts"
import { joinBlocks } from "./join-blocks.ts"
import { readPage } from "./read-page.ts"
import { findWrittenDate } from "./written-date.ts"

/** What an agency says of one version of an item, in whatever format; null where it says nothing. */
export type AgencyFields = Readonly<{
  /** The agency's own name for the item, the same for all its versions. */
  id: string
  status: string | null
  headline: string | null
  byline: string | null
  publisher: string | null
  versionCreated: string | null
  language: string | null
  /** A note to editors. */
  note: string | null
  body: Readonly<{ text: string; isHtml: boolean }> | null
}>

/** As `clean` puts a reading together; `identity` tells the document from others. */
export type AgencyItem = Readonly<{
  identity: string
  url: string | null
  text: string
  article: boolean
  notArticle: string | null
  title: string | null
  publisher: string | null
  bylines: readonly string[]
  published: PublishedDate | null
  language: string | null
  removed: readonly Removed[]
}>

/** Why the claims of a canceled or withheld item are taken out of what is current. */
export const WITHDRAWN = "withdrawn by its agency"

const WITHDRAWING = /^(?:cancel{1,2}ed|withheld)$/i

/** Text and metadata of an item. A withdrawn one keeps the note to editors, else its headline. Does not throw. */
export function toAgencyItem(fields: AgencyFields): AgencyItem {
  const title = plainLine(fields.headline)
  const publisher = plainLine(fields.publisher)
  const body = withoutHeadline(bodyText(fields.body), title)
  const withdrawn = WITHDRAWING.test(fields.status?.trim() ?? "")
  const instead = plainLine(fields.note) ?? title ?? fields.id
  const reason = withdrawn ? WITHDRAWN : body.text === "" ? "there is no text in the item" : null
  return {
    identity: fields.id,
    url: httpAddress(fields.id, null),
    text: reason === null ? body.text : instead,
    article: reason === null,
    notArticle: reason,
    title,
    publisher,
    bylines: fields.byline ? namesIn(plainLine(fields.byline) ?? "", publisher) : [],
    published: fields.versionCreated ? findWrittenDate(fields.versionCreated) : null,
    language: /^[a-z]{2}(?![a-z])/i.exec(fields.language ?? "")?.[0].toLowerCase() ?? null,
    removed: withdrawn && body.text !== "" ? [...body.removed, { text: body.text, reason: WITHDRAWN }] : body.removed,
  }
}

/** Markup and references taken out, white space folded; null when nothing is left. */
function plainLine(markup: string | null): string | null {
  const text = markup === null ? "" : joinBlocks(readPage(markup).blocks)
  return text.replace(/\s+/g, " ").trim() || null
}

// Agencies send no furniture: nothing is dropped but the headline said again.
function bodyText(body: AgencyFields["body"]): string {
  if (!body) return ""
  if (!body.isHtml) return body.text.replace(/\r\n?/g, "\n").trim()
  // Formats name elements with a prefix ("h:p"), which HTML does not know.
  return joinBlocks(readPage(body.text.replace(/<(\/?)[\w-]+:(?=[a-z])/gi, "<$1")).blocks)
}

function withoutHeadline(text: string, title: string | null): { text: string; removed: Removed[] } {
  const first = /^[^\n]*/.exec(text)![0]
  if (!title || foldLine(first) !== foldLine(title)) return { text, removed: [] }
  return { text: text.slice(first.length).trimStart(), removed: [{ text: first, reason: "repeated headline" }] }
}
