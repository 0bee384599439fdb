import { foldLine } from "../lexicon/furniture.ts"
import type { PublishedDate } from "../model/date.ts"
import type { FactEvidence, FactField, Removed, TextBlock } from "../model/document.ts"
import { httpAddress } from "./address.ts"
import { namesIn } from "./byline.ts"
import { toEvidence } from "./fact-evidence.ts"
import { joinBlocks } from "./join-blocks.ts"
import { moveBlocks, toLineBlocks } from "./line-blocks.ts"
import { readPage } from "./read-page.ts"
import { type StructuredText, toTextBlocks } from "./text-blocks.ts"
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
  modified: PublishedDate | null
  removed: readonly Removed[]
  blocks: readonly TextBlock[]
  evidence: readonly FactEvidence[]
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
    modified: null,
    removed: withdrawn && body.text !== "" ? [...body.removed, byRule(body.text, WITHDRAWN)] : body.removed,
    blocks: reason === null ? body.blocks : [],
    evidence: evidenceOf({ title, publisher, bylines: plainLine(fields.byline), published: fields.versionCreated }),
  }
}

const evidenceOf = (said: Readonly<Partial<Record<FactField, string | null>>>): FactEvidence[] =>
  Object.entries(said).flatMap(([field, value]) =>
    toEvidence(field as FactField, value ? [{ from: "the item's own field", value }] : [], () => null),
  )

/** Markup and references taken out, white space folded; null when nothing is left. */
function plainLine(markup: string | null): string | null {
  const text = markup === null ? "" : joinBlocks(readPage(markup).blocks)
  return text.replace(/\s+/g, " ").trim() || null
}

const byRule = (text: string, reason: string): Removed => ({ text, reason, score: null, at: 0 })

// Agencies send no furniture: nothing is dropped but the headline said again.
function bodyText(body: AgencyFields["body"]): StructuredText {
  if (!body) return { text: "", blocks: [] }
  if (!body.isHtml) return toLineBlocks(body.text.replace(/\r\n?/g, "\n").trim(), KEPT)
  // Formats name elements with a prefix ("h:p"), which HTML does not know.
  const html = body.text.replace(/<(\/?)[\w-]+:(?=[a-z])/gi, "<$1")
  const { blocks, containers } = readPage(html)
  const kept = blocks.map((block) => ({ block, reason: KEPT, score: null }))
  return toTextBlocks(kept, { source: { html, isBytes: false }, base: null, containers })
}

const KEPT = "text of the item"

function withoutHeadline(
  { text, blocks }: StructuredText,
  title: string | null,
): StructuredText & { removed: Removed[] } {
  const first = /^[^\n]*/.exec(text)![0]
  if (!title || foldLine(first) !== foldLine(title)) return { text, blocks, removed: [] }
  const rest = text.slice(first.length).trimStart()
  const cut = text.length - rest.length
  return { text: rest, blocks: moveBlocks(blocks, -cut), removed: [byRule(first, "repeated headline")] }
}
