import type { FactEvidence } from "../model/document.ts"
import { type Candidate, toEvidence } from "./fact-evidence.ts"
import type { LinkedData } from "./json-ld.ts"
import type { MetaTable } from "./meta.ts"
import type { Page } from "./page.ts"

/**
 * The page's own address: what it calls canonical, else where it was fetched. Only http and https, without
 * fragment; a site's front page is nobody's article, so it counts only when the page was fetched there.
 */
export function pageAddress(page: Page, meta: MetaTable, data: LinkedData, fetched: string | null): string | null {
  const from = httpAddress(fetched, null)
  const base = httpAddress(page.base, from) ?? from
  for (const { value } of addresses(page, meta, data)) {
    const url = httpAddress(value, base)
    if (url && (new URL(url).pathname !== "/" || new URL(url).search !== "" || from === url)) return url
  }
  return from
}

const addresses = (page: Page, meta: MetaTable, data: LinkedData): Candidate[] =>
  [
    { from: "link canonical", value: page.canonical },
    { from: "meta og:url", value: meta.first("og:url") },
    { from: "meta twitter:url", value: meta.first("twitter:url") },
    { from: "JSON-LD url", value: data.url },
  ].flatMap(({ from, value }) => (value ? [{ from, value }] : []))

/** What the page and the fetching say of its address. */
export function addressEvidence(
  page: Page,
  meta: MetaTable,
  data: LinkedData,
  { url, fetched }: { url: string | null; fetched: string | null },
): FactEvidence[] {
  const base = httpAddress(page.base, fetched) ?? httpAddress(fetched, null)
  const where = fetched === null ? [] : [{ from: "where it was fetched", value: fetched }]
  return toEvidence("url", [...addresses(page, meta, data), ...where], ({ value }) => {
    const address = httpAddress(value, base)
    if (address === null) return "no address of a page"
    return address === url ? null : "a surer place says otherwise"
  })
}

/** An absolute http(s) address without its fragment; null when it is none. */
export function httpAddress(text: string | null, base: string | null): string | null {
  if (!text?.trim()) return null
  try {
    const url = base ? new URL(text.trim(), base) : new URL(text.trim())
    if ((url.protocol !== "http:" && url.protocol !== "https:") || url.username !== "" || url.hostname === "")
      return null
    url.hash = ""
    return url.href
  } catch {
    return null
  }
}
