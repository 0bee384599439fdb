import { basename, dirname } from "node:path"
import { type FurnitureTable, readFurniture } from "../lexicon/furniture.ts"
import type { PublishedDate } from "../model/date.ts"
import { type Document, documentId, type FactEvidence, type Reading, readingId } from "../model/document.ts"
import type { Snapshot } from "../model/snapshot.ts"
import { type Text, toText } from "../model/text.ts"
import { httpAddress } from "./address.ts"
import { WITHDRAWN } from "./agency-item.ts"
import { readBlockModel } from "./block-model.ts"
import { decodePage } from "./decode.ts"
import { toEvidence } from "./fact-evidence.ts"
import { keepBlocks, toRemoved } from "./keep.ts"
import { isHtml } from "./kind.ts"
import { languageOf } from "./language.ts"
import { type LineModel, readLineModel } from "./line-model.ts"
import { readMetadata } from "./metadata.ts"
import { notArticle } from "./not-article.ts"
import type { PageSource } from "./page-source.ts"
import { readPlain } from "./plain.ts"
import { readPage } from "./read-page.ts"
import { toTextBlocks } from "./text-blocks.ts"
import type { Trees } from "./trees.ts"
import { readWire } from "./wire.ts"
import { readWireCopy } from "./wire-copy.ts"

/** Rises with every change of what the reader gives. */
export const READER_VERSION = 8

const HELD = "held by its agency"

export type CleanOptions = Readonly<{
  /** Absolute path or address: what the document's id is made of when the text names nothing better. */
  file: string
  /** Take the decoded text as it is: nothing removed, spans index the file. Default false. */
  verbatim?: boolean
  /** Given by the user; a date that the input itself names wins. */
  published?: PublishedDate | null
  /** What is known of the text from elsewhere, as from a table's row; only with `verbatim`. */
  facts?: Readonly<Pick<Reading, "title" | "publisher" | "published">> | undefined
  /** Other weights than the shipped ones. */
  blockModel?: Trees
  /** Other weights than the shipped ones, for plain texts. */
  lineModel?: LineModel
}>

export type Cleaned = Readonly<{ document: Document; reading: Reading; text: Text }>

/** `says`: the language that the page says it is in, which is often that of its maker's tools. */
type Content = Readonly<{
  url: string | null
  text: string
  identity?: string
  language?: string | null
  says?: string | null
}> &
  Pick<
    Reading,
    | "article"
    | "notArticle"
    | "title"
    | "publisher"
    | "bylines"
    | "published"
    | "modified"
    | "removed"
    | "blocks"
    | "evidence"
  >

/**
 * Snapshot to document, reading and text. A page's text is its paragraphs without the headline; a plain
 * text's begins with its headline. Throws `input/empty`, `input/binary`, `input/too-large`,
 * `input/not-news` and `input/several-items`.
 */
export function clean(snapshot: Snapshot, options: CleanOptions): Cleaned {
  const source = decodePage(snapshot, basename(options.file), options.verbatim !== true)
  const { url, identity, text: value, language, says, ...facts } = readContent(source, snapshot, options)
  const text = toText(value)
  const document = {
    // An agency's own name joins the versions of an item, whoever it says that it is and wherever they lie.
    id: documentId({ url, publisher: identity ? null : facts.publisher, file: identity ?? options.file }),
    url,
    publisher: facts.publisher,
  }
  const known = { document: document.id, snapshot: snapshot.sha256, reader: READER_VERSION }
  const published = facts.published ?? options.published ?? null
  const spoken = language ?? languageOf(value)
  const evidence = [...facts.evidence, ...languageEvidence(spoken, language ?? says ?? null)]
  const reading = { id: readingId(known), ...known, ...facts, published, language: spoken, text: text.id, evidence }
  return { document, reading, text }
}

function readContent(source: PageSource, snapshot: Snapshot, options: CleanOptions): Content {
  const { html: decoded, isBytes } = source
  if (options.verbatim) return { ...verbatim(decoded, snapshot), ...options.facts }
  if (isBytes && !/\.(?:json|xml)$/i.test(options.file)) return pageContent(source, snapshot, options)
  const item = readWire(decoded, options.file)
  if (item) return item
  return isHtml(decoded, snapshot, options.file)
    ? pageContent(source, snapshot, options)
    : plainContent(decoded, snapshot, options)
}

const NOTHING = {
  article: true,
  notArticle: null,
  title: null,
  publisher: null,
  bylines: [],
  published: null,
  modified: null,
  removed: [],
  blocks: [],
  evidence: [],
}

const verbatim = (text: string, snapshot: Snapshot): Content => ({
  ...NOTHING,
  url: httpAddress(snapshot.url, null),
  text,
})

/** A plain text; of wire copy, what its slug says: a killed or held story is no article. */
function plainContent(decoded: string, snapshot: Snapshot, { file, lineModel }: CleanOptions): Content {
  const url = httpAddress(snapshot.url, null)
  const copy = readWireCopy(decoded)
  const read = readPlain(copy?.text ?? decoded, { furniture: furniture(), model: lineModel ?? readLineModel() })
  if (!copy) return { ...NOTHING, url, ...read }
  const reason = copy.mark === "kill" ? WITHDRAWN : copy.mark === "hold" ? HELD : null
  const head = copy.removed.map(({ text }) => text).join("\n")
  return {
    ...NOTHING,
    ...read,
    url,
    ...(copy.slug && !url && { identity: wireIdentity(file, copy.slug, read.published) }),
    ...(read.text === "" && { text: head, blocks: [] }),
    article: reason === null,
    notArticle: reason,
    removed: [...copy.removed, ...read.removed],
  }
}

/** An agency's slug names one story in its folder and, where the text has a date, on that day. */
const wireIdentity = (file: string, slug: string, published: PublishedDate | null): string =>
  [dirname(file), "slug", slug, published?.value.slice(0, 10) ?? ""].join(":")

function pageContent(source: PageSource, snapshot: Snapshot, { blockModel }: CleanOptions): Content {
  const page = readPage(source)
  const metadata = readMetadata(page, { url: snapshot.url, at: snapshot.fetched })
  const { title, publisher, bylines, published, modified, url, evidence } = metadata
  const kept = keepBlocks(page, metadata, { trees: blockModel ?? readBlockModel(), furniture: furniture() })
  const reason = notArticle(page, kept, metadata)
  const base = httpAddress(page.base, url) ?? url
  const { text, blocks } = toTextBlocks(kept.blocks, { source, base, containers: page.containers })
  return {
    url,
    says: page.language,
    text,
    article: reason === null,
    notArticle: reason,
    title,
    publisher,
    bylines,
    published,
    modified,
    removed: toRemoved(kept, blocks),
    blocks,
    evidence,
  }
}

function languageEvidence(language: string | null, says: string | null): FactEvidence[] {
  const agrees = says !== null && says.toLowerCase().slice(0, 2) === language
  return [
    ...toEvidence(
      "language",
      language === null || agrees ? [] : [{ from: "words of the text", value: language }],
      () => null,
    ),
    ...toEvidence("language", says === null ? [] : [{ from: "the input itself", value: says }], () =>
      agrees ? null : "the words are of another language",
    ),
  ]
}

let table: FurnitureTable | null = null

function furniture(): FurnitureTable {
  table ??= readFurniture()
  return table
}
