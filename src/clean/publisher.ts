import type { LinkedData } from "./json-ld.ts"
import type { MetaTable } from "./meta.ts"

const LONGEST = 80

/** Who published the page: as it names itself, else its host; null for a file that says nothing. */
export function choosePublisher(meta: MetaTable, data: LinkedData, url: string | null): string | null {
  const named = [
    meta.first("og:site_name"),
    data.publisher,
    data.siteName,
    meta.first("application-name", "dc.publisher", "publisher", "copyright-holder"),
  ]
  for (const name of named) {
    const text = name?.replace(/\s+/g, " ").trim()
    if (text && text.length <= LONGEST && !/^https?:/.test(text)) return text
  }
  return url ? hostOf(url) : null
}

/** The host without "www." and the like. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/^(?:www\d*|m|amp|mobile)\./, "")
