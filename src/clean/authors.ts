import { isAgency, isByline, namesIn, otherSigner } from "./byline.ts"
import { type Chosen, toEvidence } from "./fact-evidence.ts"
import { headlineAt } from "./headline-at.ts"
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

const SIGNED = /^\W*(?:(?:posted|written|published|veröffentlicht|geschrieben)\s+)?(?:by|von|par|por)[:\s]\s*\S+\s*$/i

/** Lines that one place gives, and the names that are found in them. */
type Place = Readonly<{ from: string; lines: readonly string[]; names: readonly string[] }>

/**
 * Names of the authors, from the surest place that gives any: JSON-LD, meta tags, marks, a visible byline. Where no
 * person signs a news article, whom its JSON-LD names: the desk or the publisher.
 */
export function chooseBylines(page: Page, meta: MetaTable, data: LinkedData, known: Known): Chosen<readonly string[]> {
  const places = placesOf(page, meta, data, known)
  const value = firstNames(places)
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

/**
 * The names of the surest place. Where that gives one word alone, and a person's whole name is printed in the byline,
 * the word is the publisher's or a login, and the byline counts.
 */
function firstNames(places: readonly Place[]): readonly string[] {
  const first = places.find(({ names }) => names.length > 0)
  if (!first || first.names.length > 1 || /[\s\p{Lo}]/u.test(first.names[0]!) || isAgency(first.names[0]!))
    return first?.names ?? []
  const printed = places.find(
    ({ from, names }) => PRINTED.has(from) && names.length > 0 && names.every((name) => name.includes(" ")),
  )
  return printed?.names ?? first.names
}

/** The places that can name authors, the surest first. */
function placesOf(page: Page, meta: MetaTable, data: LinkedData, known: Known): Place[] {
  const names = (lines: readonly string[]) =>
    unique(lines.filter((line) => !/^https?:/.test(line)).flatMap((line) => namesIn(line, known.publisher)))
  const place = (from: string, lines: readonly string[], isSure = true): Place => {
    const found = names(lines)
    // "by Ola": the word before it says that one word is a name, where the element says that it holds an author.
    const signed = new Set(lines.filter((line) => SIGNED.test(line)).flatMap((line) => namesIn(line, known.publisher)))
    return { from, lines, names: isSure ? found : found.filter((name) => isWhole(name) || signed.has(name)) }
  }
  const start = Math.max(0, headlineAt(page, known.title))
  const byline = page.blocks.slice(start, start + NEAR).find(({ text }) => isByline(text))?.text
  const places = [
    place(
      "JSON-LD author",
      data.authors.filter((name) => !data.organisations.has(name) || isAgency(name)),
    ),
    ...META.map((name) => place(`meta ${name}`, meta.all(name))),
    ...(["itemprop", "rel", "class"] as const).map((by) => place(FROM_MARK[by], nearMarks(page, known, by), false)),
    place("byline", byline ? [byline] : [], false),
  ]
  const head = page.blocks.slice(Math.max(0, start - 5), start + NEAR).filter(({ text }) => text.length <= LONGEST_LINE)
  // A desk or a publisher signs where it is printed beside the headline, or where a second place names it.
  const said = META.flatMap((name) => meta.all(name)).map((line) => line.toLowerCase())
  const isSaid = (name: string) =>
    /\p{Lo}/u.test(name) ||
    said.includes(name.toLowerCase()) ||
    head.some(({ text }) => text.toLowerCase().includes(name.toLowerCase()))
  const signers = isNews(data.types) ? unique(data.authors.slice(0, 6).flatMap(otherSigner)).filter(isSaid) : []
  return [...places, { from: "JSON-LD author", lines: [], names: signers }]
}

/** A line with a byline is no longer, in UTF-16 units. */
const LONGEST_LINE = 150

const FROM_MARK = { itemprop: "microdata", rel: "link of the author", class: "class of the element" }
const PRINTED: ReadonlySet<string> = new Set(["byline", FROM_MARK.class])

/** One word alone is as often a place or a section as a name; where words are not set apart it is a name. */
const isWhole = (name: string): boolean => name.includes(" ") || isAgency(name) || /^[\p{Lo}]{2,8}$/u.test(name)

function nearMarks(page: Page, { title }: Known, by: Mark["by"]): string[] {
  const start = Math.max(0, headlineAt(page, title))
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
