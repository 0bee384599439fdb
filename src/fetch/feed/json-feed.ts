import { idOf } from "../../model/hash.ts"
import type { Feed, FeedItem } from "./feed.ts"
import { httpUrl, moment, shortText } from "./field.ts"

type Json = Readonly<Record<string, unknown>>

/** Parse a JSON Feed, 1 or 1.1. Throws an `Error` when it is another JSON, or none. Form: https://jsonfeed.org/version/1.1 */
export function parseJsonFeed(text: string, url: string | null): Feed {
  const feed: unknown = JSON.parse(text)
  if (!isObject(feed) || !Array.isArray(feed.items)) throw new Error("there are no items in it")
  if (!/jsonfeed\.org/.test(String(feed.version))) throw new Error("it names no version of JSON Feed")
  const title = shortText(feed.title)
  const base = httpUrl(feed.home_page_url, url) ?? url
  const items = feed.items.filter(isObject).map((item) => toItem(item, { base, title, authors: namesOf(feed) }))
  return { title, items, ttlMs: null }
}

type Around = Readonly<{ base: string | null; title: string | null; authors: readonly string[] }>

function toItem(item: Json, { base, title: publisher, authors }: Around): FeedItem {
  const url = httpUrl(item.url, base) ?? httpUrl(item.external_url, base)
  const own = namesOf(item)
  return {
    id: shortText(item.id) ?? url ?? idOf("i", JSON.stringify(item)),
    url,
    title: shortText(item.title),
    published: moment(item.date_published) ?? moment(item.date_modified),
    authors: own.length > 0 ? own : authors,
    publisher,
  }
}

/** `authors` is of 1.1, `author` of 1. */
const namesOf = ({ authors, author }: Json): string[] =>
  (Array.isArray(authors) ? authors : [author]).filter(isObject).flatMap(({ name }) => shortText(name) ?? [])

const isObject = (value: unknown): value is Json => value !== null && typeof value === "object" && !Array.isArray(value)
