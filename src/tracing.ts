import { toCopyDocument } from "./gathering.ts"
import { readAgencies } from "./lexicon/agencies.ts"
import { loadRootWords } from "./lexicon/root-words.ts"
import type { PublishedDate } from "./model/date.ts"
import type { DocumentId } from "./model/document.ts"
import { CounterclaimError } from "./model/error.ts"
import type { Entry } from "./model/ledger.ts"
import { spanText } from "./model/span.ts"
import type { Text } from "./model/text.ts"
import { copiesAmong, openSentences } from "./pipeline.ts"
import { findRelied, type Relied, type RelyingPage } from "./reconcile/trace/find-relied.ts"
import { type NotRead, openTrail, type Reliance } from "./reconcile/trace/trail.ts"

/** Credits and links of a page, followed to the documents that it relies on. */

export type { NotRead, Reliance } from "./reconcile/trace/trail.ts"

/** A page that was read on the way. */
export type TracedPage = Readonly<{
  id: DocumentId
  /** Where it was read; null: unknown. */
  url: string | null
  title: string | null
  publisher: string | null
  published: PublishedDate | null
  /** 0: the page that was asked for. */
  hops: number
  /** False: an index, a video's page, an error page; nothing is followed from it. */
  article: boolean
  reliedOnBy: readonly Reliance[]
}>

/** Two of the pages share text: so much of each, 0 to 1. */
export type TracedCopy = Readonly<{ left: DocumentId; right: DocumentId; ofLeft: number; ofRight: number }>

/** `entries`: what was read, for a ledger that is to keep it. */
export type Trace = Readonly<{
  pages: readonly TracedPage[]
  notRead: readonly NotRead[]
  copies: readonly TracedCopy[]
  entries: readonly Entry[]
}>

export type TraceMeans = Readonly<{
  /** Fetch and read one address. Rejects with `CounterclaimError` where it cannot be read. */
  read(url: string): Promise<Entry>
  /** Told before each page is read, with how many were read. */
  onPage?: (url: string, read: number) => void
}>

/**
 * Follow what a page relies on, nearest first: two hops and 30 pages at most, each page once, however many lean on it.
 * Rejects when the page itself cannot be read, and with `trace/no-article` when it is none; a page further on that cannot
 * be read stands in `notRead`.
 */
export async function traceReliance(url: string, { read, onPage }: TraceMeans): Promise<Trace> {
  const reliedBy = openRelied()
  const trail = openTrail(url)
  const pages = new Map<DocumentId, TracedPage & Readonly<{ reliedOnBy: Reliance[] }>>()
  const entries: Entry[] = []
  for (let stop = trail.next(); stop; stop = trail.next()) {
    const { hops, reliedOnBy } = stop
    onPage?.(stop.url, entries.length)
    const entry = await readable(read(stop.url), hops)
    if (entry instanceof CounterclaimError) {
      trail.miss(stop, entry.what)
      continue
    }
    const same = pages.get(entry.document.id)
    if (same) {
      same.reliedOnBy.push(...reliedOnBy)
      continue
    }
    if (hops === 0 && !entry.reading.article) throw noArticle(url, entry)
    entries.push(entry)
    pages.set(entry.document.id, toPage(entry, { url: stop.url, hops, reliedOnBy }))
    if (entry.reading.article) for (const relied of reliedBy(entry)) trail.rely(relied, toReliance(entry, relied), hops)
  }
  const publishers = new Set([...pages.values()].map(({ publisher }) => publisher?.toLowerCase()))
  const notRead = trail.notRead((name) => publishers.has(name.toLowerCase()))
  return { pages: [...pages.values()], notRead, copies: copiesOf(entries), entries }
}

/** The entry, or why there is none; of the first page that is the end of it. */
async function readable(reading: Promise<Entry>, hops: number): Promise<Entry | CounterclaimError> {
  try {
    return await reading
  } catch (error) {
    if (hops > 0 && error instanceof CounterclaimError) return error
    throw error
  }
}

function openRelied(): (entry: Entry) => Relied[] {
  const tables = { roots: loadRootWords(), agencies: readAgencies() }
  const sentences = openSentences()
  return (entry) => findRelied(toRelying(entry, sentences), tables)
}

const toRelying = (
  { document, reading, text, run }: Entry,
  sentences: (text: Text) => RelyingPage["sentences"],
): RelyingPage => ({
  url: document.url,
  text: text.value,
  blocks: reading.blocks,
  sentences: sentences(text),
  attributions: run?.attributions ?? [],
  entities: run?.findings.entities ?? [],
})

const toPage = (
  { document, reading }: Entry,
  { url, hops, reliedOnBy }: Readonly<{ url: string; hops: number; reliedOnBy: Reliance[] }>,
) => ({
  id: document.id,
  url: document.url ?? url,
  title: reading.title,
  publisher: reading.publisher ?? document.publisher,
  published: reading.published,
  hops,
  article: reading.article,
  reliedOnBy,
})

const toReliance = ({ document, text }: Entry, { kind, name, at }: Relied): Reliance => ({
  page: document.id,
  kind,
  name,
  words: spanText(text.value, at).replace(/\s+/g, " ").trim(),
})

function copiesOf(entries: readonly Entry[]): TracedCopy[] {
  return Array.from(copiesAmong(entries.map(toCopyDocument)), ({ left, right, reuse }) => ({
    left: entries[left]!.document.id,
    right: entries[right]!.document.id,
    ofLeft: reuse.containment.left,
    ofRight: reuse.containment.right,
  }))
}

const noArticle = (url: string, { reading }: Entry): CounterclaimError =>
  new CounterclaimError({
    code: "trace/no-article",
    what: `it is no article (${reading.notArticle ?? "there is nothing to read"}), so nothing can be followed from it`,
    where: url,
    fix: "give the address of one report",
  })
