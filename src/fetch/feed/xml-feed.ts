import { parseFeed } from "@rowanmanning/feed-parser"
import { idOf } from "../../model/hash.ts"
import type { Feed, FeedItem } from "./feed.ts"
import { httpUrl, moment, shortText } from "./field.ts"

type Parsed = ReturnType<typeof parseFeed>
type ParsedItem = Parsed["items"][number]

/** What is asked of a feed beyond a week is a mistake. */
const MOST_TTL_MINUTES = 7 * 24 * 60
const TTL = /<ttl>\s*(\d{1,6})\s*<\/ttl>/i
// With the entities that it may define: none is ever expanded, so that none can grow.
const DOCTYPE = /<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/i

/** Parse RSS, Atom or RDF. Throws an `Error` when it is another XML, or none. */
export function parseXmlFeed(text: string, url: string | null): Feed {
  const parsed = parseFeed(text.replace(DOCTYPE, ""))
  const title = shortText(parsed.title)
  const base = httpUrl(parsed.url, url) ?? url
  return { title, items: parsed.items.map((item) => toItem(item, base, title)), ttlMs: ttlOf(text) }
}

function toItem(item: ParsedItem, base: string | null, publisher: string | null): FeedItem {
  const id = shortText(item.id)
  // A guid is the address where there is no link: RSS 2.0 calls it a permalink.
  const url = httpUrl(item.url, base) ?? (id && /^https?:\/\//i.test(id) ? httpUrl(id, null) : null)
  const title = shortText(item.title)
  return {
    id: id ?? url ?? idOf("i", title ?? "", shortText(item.description) ?? ""),
    url,
    title,
    published: moment(item.published) ?? moment(item.updated),
    authors: item.authors.flatMap(({ name }) => shortText(name) ?? []),
    publisher,
  }
}

/** Of the channel: what stands before the first item. */
function ttlOf(text: string): number | null {
  const minutes = Number(TTL.exec(text.slice(0, 20_000))?.[1] ?? 0)
  return minutes > 0 ? Math.min(minutes, MOST_TTL_MINUTES) * 60_000 : null
}
