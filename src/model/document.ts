import type { PublishedDate } from "./date.ts"
import { idOf } from "./hash.ts"
import type { TextId } from "./text.ts"

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

/** What was taken out of the page, and why, in reading order. */
export type Removed = Readonly<{ text: string; reason: string }>

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
  /** ISO 639-1; null when it could not be told. */
  language: string | null
  text: TextId
  removed: readonly Removed[]
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
