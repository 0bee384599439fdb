import { CounterclaimError } from "../../model/error.ts"
import type { Snapshot } from "../../model/snapshot.ts"
import type { Feed, FeedItem } from "./feed.ts"
import { feedText } from "./feed-text.ts"
import { parseJsonFeed } from "./json-feed.ts"
import { parseXmlFeed } from "./xml-feed.ts"

/**
 * Read RSS (0.9 to 2.0, RDF among them), Atom or JSON Feed; the first bytes tell which.
 * A feed without items is a feed. Throws `feed/empty` and `feed/not-a-feed`.
 */
export function readFeed(snapshot: Snapshot): Feed {
  const text = feedText(snapshot).trim()
  const where = snapshot.url ?? "-"
  if (text === "") throw empty(where)
  try {
    const feed = text.startsWith("{") ? parseJsonFeed(text, snapshot.url) : parseXmlFeed(text, snapshot.url)
    return { ...feed, items: eachOnce(feed.items) }
  } catch (cause) {
    throw notAFeed(where, text, cause)
  }
}

const eachOnce = (items: readonly FeedItem[]): FeedItem[] => [
  ...new Map(items.map((item) => [item.id, item] as const)).values(),
]

const empty = (where: string): CounterclaimError =>
  new CounterclaimError({ code: "feed/empty", what: "the feed is empty", where, fix: "try again later" })

const notAFeed = (where: string, text: string, cause: unknown): CounterclaimError =>
  new CounterclaimError({
    code: "feed/not-a-feed",
    what: /^<!doctype html|^<html/i.test(text)
      ? "it is a web page, not a feed"
      : "it is no RSS, Atom, RDF or JSON Feed",
    where,
    fix: "give the address of the feed itself; the page may name it under RSS or in a link of type application/rss+xml",
    cause,
  })
