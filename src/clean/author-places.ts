import { isAgency, isByline, isPersonName } from "./byline.ts"
import { headlineAt } from "./headline-at.ts"
import type { LinkedData } from "./json-ld.ts"
import { countWords } from "./line.ts"
import type { MetaTable } from "./meta.ts"
import type { Block, Mark, Page } from "./page.ts"

/** What the page is known to be called, and by whom it was published. */
export type KnownPage = Readonly<{ publisher: string | null; title: string | null }>

/** Kinds of places; the last four hold much else: they speak for a name, and against none. */
export const PLACE_KINDS = [
  "data", "data organisation", "meta author", "meta article", "meta other", "itemprop", "rel", "class", "byline", "twitter",
  "bare", "signature", "far class", "publisher",
] as const // biome-ignore format: one list
export type PlaceKind = (typeof PLACE_KINDS)[number]
export const WEAK_PLACES: ReadonlySet<PlaceKind> = new Set(["bare", "signature", "far class", "publisher"])

/** Lines in which one place names authors, perhaps with much else. */
export type AuthorPlace = Readonly<{ kind: PlaceKind; from: string; lines: readonly string[] }>

/** How many blocks around the headline a byline may stand. */
export const BEFORE = 5
export const NEAR = 15
/** A line with a byline is no longer, in UTF-16 units. */
export const LONGEST_LINE = 150

const META_OTHER = ["parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "cxenseparse:author", "citation_author", "articleauthor", "author_name"] // biome-ignore format: one list
/** A date in the same element: "Tom Arden 4 August 2023", "Tom Arden | May 5, 2023". */
const DATE_BEHIND = /[\s|•·,–-]+(?:\p{L}{3,9}\.?\s+)?\d{1,2}(?:\.|,)?\s+(?:\p{L}{3,9}\.?,?\s+)?\d{4}.*$/u

/** All places that name somebody who may have written the page: its data, meta tags, marks and visible lines. */
export function authorPlaces(page: Page, meta: MetaTable, data: LinkedData, known: KnownPage): AuthorPlace[] {
  const start = Math.max(0, headlineAt(page, known.title))
  const below = page.blocks.slice(start, start + NEAR)
  const byline = below.find(({ text }) => isByline(text))?.text
  const isBody = (name: string) => data.organisations.has(name) && !isAgency(name)
  const place = (kind: PlaceKind, from: string, lines: readonly (string | null)[]): AuthorPlace => ({
    kind,
    from,
    lines: lines.filter((line): line is string => line !== null && line !== "" && !/^https?:/.test(line)),
  })
  const published = new Set([known.publisher, data.publisher])
  return [
    place("data", "JSON-LD author", data.authors.filter((name) => !isBody(name))),
    place("data organisation", "JSON-LD author", data.authors.filter(isBody).slice(0, 6)),
    ...["author", "article:author"].map((name, i) => place(i ? "meta article" : "meta author", `meta ${name}`, meta.all(name))),
    ...META_OTHER.map((name) => place("meta other", `meta ${name}`, meta.all(name))),
    place("itemprop", "microdata", markLines(page, start, "itemprop")),
    place("rel", "link of the author", markLines(page, start, "rel")),
    place("class", "class of the element", markLines(page, start, "class")),
    place("byline", "byline", [byline ?? null]),
    place("bare", "line below the headline", bareNames(below.slice(1))),
    place("twitter", "meta twitter:data", cardLines(meta)),
    place("signature", "line with its author", signatures(page.blocks)),
    place("far class", "class of the element", farLines(page, start)),
    place("publisher", "publisher", [...published]),
  ].filter(({ lines }) => lines.length > 0) // biome-ignore format: one place a line
}

const authorMarks = (page: Page, by: Mark["by"]): Mark[] =>
  page.marks.filter((mark) => mark.kind === "author" && mark.by === by)
const isNear = ({ block }: Mark, start: number): boolean => block >= start - BEFORE && block <= start + NEAR

function markLines(page: Page, start: number, by: Mark["by"]): string[] {
  const marks = authorMarks(page, by).filter((mark) => by === "itemprop" || isNear(mark, start))
  return marks.slice(0, 6).flatMap(({ value, text }) => {
    const line = (value || text).replace(DATE_BEHIND, "")
    // An element marked "author" holds much else; only a byline or a bare name counts.
    return countWords(line) > 8 && !isByline(line) ? [] : [line]
  })
}

/** Short lines further off in elements marked "author", the first three. */
const farLines = (page: Page, start: number): string[] =>
  authorMarks(page, "class")
    .filter((mark) => !isNear(mark, start))
    .map(({ text }) => text.replace(DATE_BEHIND, ""))
    .filter((line) => countWords(line) <= 8)
    .slice(0, 3)

const isWholeName = (name: string): boolean => /\S\s+\S/.test(name) && name.length <= 40 && isPersonName(name)

/** What short lines below the headline begin with, where those can be persons' names: the first three. */
function bareNames(blocks: readonly Block[]): string[] {
  const found: string[] = []
  for (const { text, kind } of blocks) {
    if (kind === "heading" || text.length > LONGEST_LINE || found.length === 3) continue
    const first = text.replace(DATE_BEHIND, "").split(/\s*[|•●·\n]\s*|\s+[–—-]\s+|,\s/)[0]!
    const names = first.split(/\s*\/\s*|\s+(?:and|und|&)\s+/)
    if (names.every(isWholeName)) found.push(names.join(", "))
  }
  return found
}

const WRITTEN = /written|author|autor|verfasst|geschrieben|escrito|écrit|door|scritto|skriv/i

/** "Written by", with the name in the tag beside it: what blogs tell the cards of other sites. */
const cardLines = (meta: MetaTable): string[] =>
  [1, 2].flatMap((i) =>
    WRITTEN.test(meta.first(`twitter:label${i}`) ?? "") ? meta.all(`twitter:data${i}`).slice(0, 1) : [],
  )

/** A look at two letters spares most lines the whole one. */
const MAY_SIGN = /^(?:th|wr|po|au|te|by|vo|pa)/i
const SIGNATURE =
  /^(?:(?:this )?(?:\p{L}{1,15} )?(?:was )?written by|posted by|author|autor(?:in)?(?:\/autor)?|text|by|von|por|par)\s*:?\s+((?:\p{Lu}[\p{L}’'.-]{1,20}\s*){2,4}(?:(?:,|and|und|&)\s+(?:\p{Lu}[\p{L}’'.-]{1,20}\s*){2,4}){0,4})/iu

/** Names behind a word for "by" at the beginning of short lines, wherever these stand: the first two. */
function signatures(blocks: readonly Block[]): string[] {
  const found: string[] = []
  for (const { text } of blocks) {
    if (text.length > LONGEST_LINE || !(MAY_SIGN.test(text) || text.includes("ritten by"))) continue
    const names = SIGNATURE.exec(text)?.[1]
    if (names) found.push(names.trim())
    if (found.length === 2) break
  }
  return found
}
