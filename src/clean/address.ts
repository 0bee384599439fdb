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
  for (const candidate of [page.canonical, meta.first("og:url"), meta.first("twitter:url"), data.url]) {
    const url = httpAddress(candidate, base)
    if (url && (new URL(url).pathname !== "/" || new URL(url).search !== "" || from === url)) return url
  }
  return from
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
