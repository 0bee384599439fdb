import { headlineAt } from "./headline-at.ts"
import type { LinkedData } from "./json-ld.ts"
import type { MetaTable } from "./meta.ts"
import type { Mark, Page } from "./page.ts"
import { eitherDay, findWrittenDate, findWrittenDates } from "./written-date.ts"

/** What is known of a page before its dates are read. */
export type KnownDates = Readonly<{ url: string | null; fetched: string; title: string | null }>

/** Kinds of places, the surest first; those from `time far` on hold much else. */
export const DATE_KINDS = [
  "data published", "meta published", "itemprop published", "address", "data created", "time near", "class near",
  "meta vague", "labelled", "line near", "opening", "data modified", "meta modified", "itemprop modified",
  "time far", "class far", "line far", "data other", "meta other", "picture", "day first", "month first",
] as const // biome-ignore format: one list
export type DateKind = (typeof DATE_KINDS)[number]
const FIRST_WEAK = DATE_KINDS.indexOf("time far")
export const isWeak = (kind: DateKind): boolean => DATE_KINDS.indexOf(kind) >= FIRST_WEAK

/** One date in one place. */
export type DatePlace = Readonly<{
  kind: DateKind
  from: string
  /** What the place says, and the date in it, as `PublishedDate` writes it; empty where that is none. */
  said: string
  value: string
  /** The block that it is printed in; null where it is not printed. */
  block: number | null
  /** Share of the line's characters that the date is. */
  alone: number
  /** The words before it in its line or, where it begins the line, in the short line above. */
  before: string
}>

const META_PUBLISHED = [
  "article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date",
  "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "published_at", "publishdate", "publish-date",
  "publish_date", "published-date", "published", "pubdate", "publication_date", "dc.date.issued", "dcterms.issued", "citation_publication_date", "citation_date", "article_date_original",
  "originalpublicationdate", "displaydate", "release_date", "prism.publicationdate", "iso-8601-publish-date",
  "bepress_citation_date", "citation_online_date", "publicationdate",
] // biome-ignore format: one list
/** Any date at all, the day of the last change as often as not. */
const META_VAGUE = ["dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "date", "datecreated", "timestamp", "created", "dc:date"] // biome-ignore format: one list
export const META_MODIFIED = ["article:modified_time", "article:modified", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "sailthru.updated_date", "revised"] // biome-ignore format: one list
const META_KNOWN = new Set([...META_PUBLISHED, ...META_VAGUE, ...META_MODIFIED])
const META_OTHER = /date|time|publi|posted|created|issued/
const IN_ADDRESS = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/
/** "/23-01-2022-": no month is over 12. */
const IN_ADDRESS_BACKWARDS = /[/-](0[1-9]|[12]\d|3[01])[-.](0[1-9]|1[0-2])[-.]((?:19|20)\d{2})(?=[/-]|$)/
/** "A2023052414320001": eight digits of a day, perhaps with the time of day and a number behind them. */
const DIGITS_IN_ADDRESS = /(?<!\d)(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\D|$|[0-2]\d[0-5]\d)/
/** Blocks around the headline. */
const BEFORE = 6
export const NEAR = 15
/** A paragraph that begins with its date may stand farther below. */
const OPENING_NEAR = 45
const LONGEST_LINE = 160
const LONGEST_FAR = 70
const MOST_FAR = 12
const MOST_FAR_MARKS = 60
const MOST_LOOKED_AT = 100
/** Every date that is looked for in a line has one of these. */
const MAY_DATE = /(?:19|20)\d\d|\d[./-]\d\d?[./-]\d\d/
/** "Varn, 24 May 2023 – The bridge …", "24.5.2023. The bridge …": a paragraph that begins with its date. */
const OPENING = /^(?:\p{Lu}[\p{L} .-]{1,30}[,:]\s*|\p{Lu}\p{L}{4,25} (?:vom|of|du|del) )?\(?(?:\p{L}+,\s*)?(?:\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}|\d{4}-\d\d-\d\d|\d{1,2}\.?(?: de)? \p{L}{3,12}\.?(?: de)? \d{4}|\p{L}{3,12}\.? \d{1,2},? \d{4})\)?\s*[|.:–—-]/u // biome-ignore format: one form
/** A word for publishing, alone before a date. */
const PUBLISHED_BEFORE = /(?<!\p{L})(?:published|posted|date|veröffentlicht|erschienen|erstellt|datum|publié|publicado|fecha|data|pubblicato|gepubliceerd|geplaatst|publicerad)(?: am| on| le| el| il| op)?(?: the)?\s*:?\s*(?:\p{L}+,?\s*)?$/iu // biome-ignore format: one form

/** All dates that the page gives anywhere, those of the surest places first. */
export function datePlaces(page: Page, meta: MetaTable, data: LinkedData, known: KnownDates): DatePlace[] {
  const start = Math.max(0, headlineAt(page, known.title))
  const places = [
    ...ofData(data),
    ...ofMeta(page, meta),
    ...ofAddress("address", "address", known.url ?? ""),
    ...ofAddress("picture", "address of the picture", meta.first("og:image") ?? ""),
    ...ofMarks(page.marks, start),
    ...ofLines(page, start),
  ]
  return places.sort((a, b) => DATE_KINDS.indexOf(a.kind) - DATE_KINDS.indexOf(b.kind))
}

/** The date in what a place says that is not printed. */
function unprinted(kind: DateKind, from: string, said: string): DatePlace[] {
  const value = findWrittenDate(said)?.value ?? ""
  return said === "" ? [] : [{ kind, from, said, value, block: null, alone: 1, before: "" }]
}

function ofData({ dates, published }: LinkedData): DatePlace[] {
  const kinds = { datePublished: "data published", dateCreated: "data created", dateModified: "data modified" } as const
  return dates.flatMap(({ name, value, isOwn }) => {
    const kind = isOwn && name !== "uploadDate" ? kinds[name] : "data other"
    // Where the article has no day of publication, that of its making stands for it.
    const counted = kind === "data created" && value === published ? "data published" : kind
    return unprinted(counted, `JSON-LD ${name}`, value)
  })
}

function ofMeta(page: Page, meta: MetaTable): DatePlace[] {
  const first = (kind: DateKind, names: readonly string[]) =>
    names.flatMap((name) => unprinted(kind, `meta ${name}`, meta.first(name) ?? ""))
  const others = page.meta
    .filter(({ name, content }) => META_OTHER.test(name) && !META_KNOWN.has(name) && content.length <= 60)
    .slice(0, 6)
  return [
    ...first("meta published", META_PUBLISHED),
    ...first("meta vague", META_VAGUE),
    ...first("meta modified", META_MODIFIED),
    ...others.flatMap(({ name, content }) => unprinted("meta other", `meta ${name}`, content)),
  ]
}

function ofAddress(kind: DateKind, from: string, url: string): DatePlace[] {
  const path = url.replace(/^\w+:\/\/[^/]*/, "").replace(/%2f/gi, "/")
  const [, dayFirst, monthNext, yearLast] = IN_ADDRESS_BACKWARDS.exec(path) ?? []
  const [, year, month, day] = IN_ADDRESS.exec(path) ?? DIGITS_IN_ADDRESS.exec(path) ?? []
  return [
    ...(yearLast ? unprinted(kind, from, `${yearLast}-${monthNext}-${dayFirst}`) : []),
    ...(year ? unprinted(kind, from, `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`) : []),
  ]
}

const FROM_MARK = { itemprop: "microdata", rel: "link", time: "<time>", class: "class of the element" }

/** A list of a thousand teasers has a thousand dates: those far from the headline count up to the sixtieth. */
function ofMarks(marks: readonly Mark[], start: number): DatePlace[] {
  let far = 0
  return marks.flatMap((mark) => {
    const isFar = mark.block < start - BEFORE || mark.block > start + NEAR
    return isFar && isDated(mark) && far++ >= MOST_FAR_MARKS ? [] : ofMark(mark, start)
  })
}

const isDated = ({ kind }: Mark): boolean => kind === "time" || kind === "published" || kind === "modified"

function ofMark(mark: Mark, start: number): DatePlace[] {
  const kind = kindOfMark(mark, start)
  if (kind === null) return []
  const from = FROM_MARK[mark.by]
  const printed = mark.text.length <= LONGEST_LINE ? ofLine(kind, from, mark.text, mark.block) : []
  const value = unprinted(kind, from, mark.value).map((place) => ({ ...place, block: mark.block }))
  return [...value, ...printed, ...(kind === "class near" ? eitherOf(mark.text, mark.block) : [])]
}

function kindOfMark({ kind, by, block }: Mark, start: number): DateKind | null {
  if (kind === "modified") return "itemprop modified"
  if (kind !== "time" && kind !== "published") return null
  if (by === "itemprop") return "itemprop published"
  const isNear = block >= start - BEFORE && block <= start + NEAR
  return by === "time" ? (isNear ? "time near" : "time far") : isNear ? "class near" : "class far"
}

/** The dates in a printed line, and what stands before each. */
function ofLine(kind: DateKind, from: string, said: string, block: number, above = ""): DatePlace[] {
  if (!MAY_DATE.test(said)) return []
  let behind = 0
  return findWrittenDates(said).map(({ date, start, end }) => {
    const before = said.slice(behind, start).trim() || (behind === 0 ? above : "")
    const alone = (end - start) / said.length
    behind = end
    return { kind, from, said, value: date.value, block, alone, before }
  })
}

function ofLines({ blocks }: Page, start: number): DatePlace[] {
  const found: DatePlace[] = []
  let far = 0
  let looked = 0
  for (const [i, { text }] of blocks.entries()) {
    const isNear = i >= start - BEFORE && i < start + NEAR
    if (text.length > (isNear ? LONGEST_LINE : far < MOST_FAR ? LONGEST_LINE : 0)) {
      const opening = i >= start && i < start + OPENING_NEAR ? OPENING.exec(text) : null
      if (opening) found.push(...ofLine("opening", "dateline", opening[0], i))
      continue
    }
    if (!MAY_DATE.test(text) || (!isNear && looked++ > MOST_LOOKED_AT)) continue
    const above = blocks[i - 1]?.text ?? ""
    const kind = isNear ? "line near" : "line far"
    const read = ofLine(kind, "dateline", text, i, above.length <= 25 ? above : "")
    const labelled = read.map((place): DatePlace => PUBLISHED_BEFORE.test(place.before) ? { ...place, kind: "labelled" } : place) // biome-ignore format: one line
    const counted = labelled.filter((place) => isNear || place.kind === "labelled" || text.length <= LONGEST_FAR)
    if (!isNear && counted.length > 0) far++
    found.push(...counted, ...(isNear ? eitherOf(text, i) : []))
  }
  return found
}

/** "03/04/2021" may be two days. */
function eitherOf(said: string, block: number): DatePlace[] {
  const days = eitherDay(said)
  if (!days) return []
  const [first, second] = days
  const place = { from: "dateline", said, block, alone: 10 / said.length, before: "" }
  return [
    { ...place, kind: "day first", value: first },
    { ...place, kind: "month first", value: second },
  ]
}
