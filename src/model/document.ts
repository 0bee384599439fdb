import type { PublishedDate } from "./date.ts"
import { idOf } from "./hash.ts"
import type { Span } from "./span.ts"
import type { TextId } from "./text.ts"

/** Why a fact-checker's record of a claim (ClaimReview) is no article: nothing in it was reported. */
export const FACT_CHECK = "a fact-check of a claim"

export type DocumentId = string
export type ReadingId = string

/** One publisher's article. Its versions are its readings. */
export type Document = Readonly<{
  id: DocumentId
  /** The canonical http(s) address; null when it came from a file that names none. */
  url: string | null
  /** As the first reading named it; a later reading may name it otherwise. Null when unknown. */
  publisher: string | null
}>

/**
 * What was taken out of the page, and why, in reading order. `score`: how likely it is a part of the article, 0 to 1;
 * null where a rule alone took it out. `at`: where in the text it would have stood.
 */
export type Removed = Readonly<{ text: string; reason: string; score: number | null; at: number }>

/** A part of the text that leads elsewhere; `href` is absolute where the page's own address is known. */
export type Link = Span & Readonly<{ href: string }>

export const TEXT_BLOCK_KINDS = ["paragraph", "heading", "item", "numbered", "quotation", "cell", "caption", "preformatted"] as const // biome-ignore format: one list
export type TextBlockKind = (typeof TEXT_BLOCK_KINDS)[number]

/**
 * A part of the text that stood in lines of its own. `level`: of a heading 1 to 6; of an item how many lists it stands in;
 * of a cell its column, from 1 (which begins a row); else 0. `score` as of what was removed.
 */
export type TextBlock = Span &
  Readonly<{ kind: TextBlockKind; level: number; links: readonly Link[]; reason: string; score: number | null }>

export const FACT_FIELDS = ["title", "publisher", "bylines", "published", "modified", "language", "url"] as const
export type FactField = (typeof FACT_FIELDS)[number]

/** What one place in the input says of a field. `taken`: it agrees with the reading; `why`: what speaks against it. */
export type FactEvidence = Readonly<{
  field: FactField
  value: string
  from: string
  taken: boolean
  why: string | null
}>

/** What one version of the reader made of one snapshot. */
export type Reading = Readonly<{
  id: ReadingId
  document: DocumentId
  /** SHA-256 of the snapshot's bytes. */
  snapshot: string
  /** Version of the reader that made it: a whole number that rises with every change of its output. */
  reader: number
  /** False when the page is no article (an index, an error page, …): nothing is attributed then. */
  article: boolean
  /** Why it is no article; null when it is one. */
  notArticle: string | null
  title: string | null
  publisher: string | null
  bylines: readonly string[]
  published: PublishedDate | null
  /** When it was last changed, as it says itself. */
  modified: PublishedDate | null
  /** ISO 639-1; null when it could not be told. */
  language: string | null
  text: TextId
  removed: readonly Removed[]
  /** The text's parts in order, never overlapping; empty where the text was taken as it was. */
  blocks: readonly TextBlock[]
  /** Where the facts above come from, surest first; empty where nobody says. */
  evidence: readonly FactEvidence[]
}>

/** A document seen at an address (or in a file) at a time. */
export type Sighting = Readonly<{
  document: DocumentId
  snapshot: string
  /** The address or file that was asked for. */
  url: string
  /** ISO 8601 in UTC. */
  at: string
}>

/** What tells one article from another, the first that is there. */
export type Identity = Readonly<{ url: string | null; publisher: string | null; file: string }>

/**
 * The document's id: of its canonical address; else of publisher and file name; else, when no publisher
 * is named either, of the whole path, so that two unrelated files called `index.html` stay two documents.
 */
export function documentId({ url, publisher, file }: Identity): DocumentId {
  if (url) return idOf("d", "url", url)
  if (publisher) return idOf("d", "publisher", publisher, file.split(/[\\/]/).at(-1) ?? file)
  return idOf("d", "file", file)
}

export const readingId = (reading: Pick<Reading, "document" | "snapshot" | "reader">): ReadingId =>
  idOf("r", reading.document, reading.snapshot, reading.reader)
