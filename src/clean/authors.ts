import { isAgency, isByline, namesIn, otherSigner } from "./byline.ts"
import { type Chosen, toEvidence } from "./fact-evidence.ts"
import { isNews } from "./is-news.ts"
import type { LinkedData } from "./json-ld.ts"
import { countWords } from "./line.ts"
import type { MetaTable } from "./meta.ts"
import type { Mark, Page } from "./page.ts"

type Known = Readonly<{ publisher: string | null; title: string | null }>

const META = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "cxenseparse:author", "citation_author"] // biome-ignore format: one list
/** How many blocks after the headline a byline may stand. */
const NEAR = 15
/** A date in the same element: "Tom Arden 4 August 2023", "Tom Arden | May 5, 2023". */
const DATE_BEHIND = /[\s|•·,–-]+(?:\p{L}{3,9}\.?\s+)?\d{1,2}(?:\.|,)?\s+(?:\p{L}{3,9}\.?,?\s+)?\d{4}.*$/u

/** Lines that one place gives, and the names that are found in them. */
type Place = Readonly<{ from: string; lines: readonly string[]; names: readonly string[] }>

/**
 * Names of the authors, from the surest place that gives any: JSON-LD, meta tags, marks, a visible byline. Where no
 * person signs a news article, whom its JSON-LD names: the desk or the publisher.
 */
export function chooseBylines(page: Page, meta: MetaTable, data: LinkedData, known: Known): Chosen<readonly string[]> {
  const places = placesOf(page, meta, data, known)
  const value = places.find(({ names }) => names.length > 0)?.names ?? []
  const candidates = places.flatMap(({ from, lines }) => lines.map((line) => ({ from, value: line })))
  const taken = new Set(value.map((name) => name.toLowerCase()))
  const evidence = toEvidence("bylines", candidates, ({ value: line }) => {
    const names = places.find(({ lines }) => lines.includes(line))!.names
    if (namesIn(line, known.publisher).some((name) => taken.has(name.toLowerCase())) || taken.has(line.toLowerCase()))
      return null
    return names.length === 0 ? "nobody's name" : "a surer place names others"
  })
  return { value, evidence }
}

/** The places that can name authors, the surest first. */
function placesOf(page: Page, meta: MetaTable, data: LinkedData, known: Known): Place[] {
  const names = (lines: readonly string[]) =>
    unique(lines.filter((line) => !/^https?:/.test(line)).flatMap((line) => namesIn(line, known.publisher)))
  const place = (from: string, lines: readonly string[], isSure = true): Place => {
    const found = names(lines)
    return { from, lines, names: isSure ? found : found.filter(isWhole) }
  }
  const start = headlineAt(page, known.title)
  const byline = page.blocks.slice(start, start + NEAR).find(({ text }) => isByline(text))?.text
  const places = [
    place("JSON-LD author", data.authors),
    ...META.map((name) => place(`meta ${name}`, meta.all(name))),
    ...(["itemprop", "rel", "class"] as const).map((by) => place(FROM_MARK[by], nearMarks(page, known, by), false)),
    place("byline", byline ? [byline] : [], false),
  ]
  const signers = isNews(data.types) ? unique(data.authors.slice(0, 6).flatMap(otherSigner)) : []
  return [...places, { from: "JSON-LD author", lines: [], names: signers }]
}

const FROM_MARK = { itemprop: "microdata", rel: "link of the author", class: "class of the element" }

/** One word alone is as often a place or a section as a name; where words are not set apart it is a name. */
const isWhole = (name: string): boolean => name.includes(" ") || isAgency(name) || /^[\p{Lo}]{2,8}$/u.test(name)

/** Where the headline stands; 0 when it stands nowhere. */
function headlineAt(page: Page, title: string | null): number {
  const at = page.blocks.findIndex(({ kind, level, text }) => kind === "heading" && (text === title || level === 1))
  return Math.max(0, at)
}

function nearMarks(page: Page, { title }: Known, by: Mark["by"]): string[] {
  const start = headlineAt(page, title)
  const marks = page.marks.filter((mark) => mark.kind === "author" && mark.by === by)
  const near = marks.filter(({ block }) => block >= start - 5 && block <= start + NEAR)
  const chosen = by === "itemprop" ? marks : near
  return chosen.slice(0, 6).flatMap(({ value, text }) => {
    const line = (value || text).replace(DATE_BEHIND, "")
    // A class like "author" holds much else; only a byline or a bare name counts.
    return by === "class" && countWords(line) > 8 && !isByline(line) ? [] : [line]
  })
}

const unique = (names: readonly string[]): string[] => {
  const seen = new Map(names.map((name) => [name.toLowerCase(), name]))
  return [...seen.values()]
}
