import { isAgency, isByline, namesIn, otherSigner } from "./byline.ts"
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

/** Names of the authors, from the surest place that gives any: JSON-LD, meta tags, marks, a visible byline. Where no person signs a news article, whom its JSON-LD names: the desk or the publisher. */
export function chooseBylines(page: Page, meta: MetaTable, data: LinkedData, known: Known): readonly string[] {
  const { publisher } = known
  const names = (lines: readonly string[]) =>
    unique(lines.filter((line) => !/^https?:/.test(line)).flatMap((line) => namesIn(line, publisher)))
  const linked = names(data.authors)
  if (linked.length > 0) return linked
  for (const name of META) {
    const found = names(meta.all(name))
    if (found.length > 0) return found
  }
  const marked = (by: Mark["by"]) => nearMarks(page, known, by)
  for (const by of ["itemprop", "rel", "class"] as const) {
    const found = names(marked(by)).filter(isWhole)
    if (found.length > 0) return found
  }
  const start = headlineAt(page, known.title)
  const line = page.blocks.slice(start, start + NEAR).find(({ text }) => isByline(text))
  if (line) return names([line.text]).filter(isWhole)
  return isNews(data.types) ? unique(data.authors.slice(0, 6).flatMap(otherSigner)) : []
}

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
