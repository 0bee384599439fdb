import { foldLine } from "../lexicon/furniture.ts"
import type { LinkedData } from "./json-ld.ts"
import type { MetaTable } from "./meta.ts"
import type { Page } from "./page.ts"

const BETWEEN = /\s+[|–—·•»:‹›-]\s+|\s*[|»]\s*/

/**
 * The headline: of the main headings, the one that the page's own title repeats; else what JSON-LD, Open
 * Graph or the title element say, without the site's name. Null when there is none.
 */
export function chooseTitle(page: Page, meta: MetaTable, data: LinkedData, publisher: string | null): string | null {
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
  const headings = page.blocks
    .filter(({ kind, level }) => kind === "heading" && level === 1)
    .map(({ text }) => text.replace(/\s+/g, " "))
  const marked = page.marks.filter(({ kind }) => kind === "headline").map(({ text, value }) => value || text)
  for (const heading of [...headings, ...marked]) {
    if (heading.length >= 8 && said.some((text) => contains(text, heading))) return heading
  }
  const best = said.find((text) => text !== "")
  if (best === undefined) return headings[0] ?? marked[0] ?? null
  return withoutSite(best, publisher, said)
}

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

function sameName(part: string, publisher: string | null): boolean {
  if (!publisher) return false
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/^the\s+/, "")
      .replace(/[^\p{L}\p{N}]+/gu, "")
  const [a, b] = [plain(part), plain(publisher)]
  return a !== "" && (a === b || b.includes(a) || a.includes(b))
}
