import { foldLine } from "../lexicon/furniture.ts"
import type { FactEvidence } from "../model/document.ts"
import { type Candidate, toEvidence } from "./fact-evidence.ts"
import { isNews } from "./is-news.ts"
import type { LinkedData } from "./json-ld.ts"
import type { MetaTable } from "./meta.ts"
import type { Page } from "./page.ts"
import { sameName } from "./same-name.ts"

const BETWEEN = /\s+[|–—·•»:‹›-]\s+|\s*[|»]\s*/

/**
 * The headline that the editors chose. A news page's title element is often written for search engines; where the
 * printed heading repeats it, and JSON-LD or Open Graph have another headline, that one is meant. Else as printed.
 */
export function chooseTitle(page: Page, meta: MetaTable, data: LinkedData, publisher: string | null): string | null {
  const printed = printedTitle(page, meta, data, publisher)
  const isArticle = isNews(data.types) && meta.first("og:type")?.toLowerCase() === "article"
  const search = foldLine(page.title ?? "")
  if (printed === null || !isArticle || !search.startsWith(foldLine(printed))) return printed
  const graph = meta.first("og:title")
  for (const text of [data.headline, graph && withoutSite(graph, publisher, [])]) {
    const line = text?.replace(/\s+/g, " ").trim()
    if (line && !search.startsWith(foldLine(line))) return line
  }
  return printed
}

/**
 * The headline as it is printed: of the main headings, the one that the page's own title repeats, else the
 * only one that does not name the site; else what JSON-LD, Open Graph or the title element say, without
 * the site's name. Null when there is none.
 */
function printedTitle(page: Page, meta: MetaTable, data: LinkedData, publisher: string | null): string | null {
  const said = [data.headline, meta.first("og:title"), meta.first("twitter:title"), page.title].flatMap((text) =>
    text
      ? [
          text
            .replace(/<[^>]{1,40}>/g, "")
            .replace(/\s+/g, " ")
            .trim(),
        ]
      : [],
  )
  const marked = page.marks.filter(({ kind }) => kind === "headline").map(({ text, value }) => value || text)
  const main = [...headings(page, 1), ...marked]
  const repeated = main.find((heading) => heading.length >= 8 && said.some((text) => contains(text, heading)))
  if (repeated ?? data.headline) return repeated ?? said[0]!
  const parts = (page.title ?? "").split(BETWEEN).map(foldLine)
  const isSite = (text: string) => sameName(text, publisher) || (parts.length > 1 && parts.includes(foldLine(text)))
  const others = [...new Set(main)].filter((heading) => !isSite(heading))
  if (others.length === 1) return others[0]!
  const lower = [...headings(page, 2), ...headings(page, 3)].find(
    (heading) => parts.length > 1 && parts.includes(foldLine(heading)),
  )
  if (lower) return lower
  const best = said.find((text) => text !== "")
  return best === undefined ? (main[0] ?? null) : withoutSite(best, publisher, said)
}

/** Every place that gives a headline. One agrees that repeats the chosen one, the site's name beside it or not. */
export function titleEvidence(page: Page, meta: MetaTable, data: LinkedData, title: string | null): FactEvidence[] {
  const said = (from: string, value: string | null | undefined): Candidate[] => (value ? [{ from, value }] : [])
  const candidates = [
    ...headings(page, 1)
      .slice(0, 3)
      .flatMap((value) => said("heading", value)),
    ...page.marks
      .filter(({ kind }) => kind === "headline")
      .slice(0, 2)
      .flatMap(({ text, value }) => said("microdata", value || text)),
    ...said("JSON-LD headline", data.headline),
    ...said("meta og:title", meta.first("og:title")),
    ...said("meta twitter:title", meta.first("twitter:title")),
    ...said("title element", page.title),
  ]
  const folded = foldLine(title ?? "")
  return toEvidence("title", candidates, ({ value }) =>
    folded !== "" && foldLine(value).includes(folded) ? null : "another headline was taken",
  )
}

const headings = (page: Page, wanted: number): string[] =>
  page.blocks
    .filter(({ kind, level }) => kind === "heading" && level === wanted)
    .map(({ text }) => text.replace(/\s+/g, " "))

const contains = (long: string, short: string): boolean => foldLine(long).startsWith(foldLine(short))

/** The title without the parts that name the site, at its end or its beginning. */
function withoutSite(title: string, publisher: string | null, said: readonly string[]): string {
  const parts = title.split(BETWEEN)
  if (parts.length < 2) return title
  const others = said.filter((text) => text !== title && text.length < title.length)
  const known = others.find((text) => title.startsWith(text) || title.endsWith(text))
  if (known && known.length > title.length / 3) return known
  const last = parts.at(-1)!
  const isSite = (part: string) =>
    part.length <= 40 && (sameName(part, publisher) || /\.(?:com|org|net|co\.uk)$/i.test(part))
  if (
    isSite(last) ||
    (last.split(" ").length <= 3 && title.length - last.length > last.length * 2 && /[|»]\s*\S[^|»]*$/.test(title))
  ) {
    return title
      .slice(0, title.lastIndexOf(last))
      .replace(/\s*[|–—·•»:‹›-]\s*$/, "")
      .trim()
  }
  return isSite(parts[0]!)
    ? title
        .slice(title.indexOf(parts[0]!) + parts[0]!.length)
        .replace(/^\s*[|–—·•»:‹›-]\s*/, "")
        .trim()
    : title
}
