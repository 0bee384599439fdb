import type { PublishedDate } from "../../model/date.ts"

/** One entry of a feed: where an article is, and what the feed says of it. */
export type FeedItem = Readonly<{
  /** What the feed calls it; else its address, else a hash of what it says. */
  id: string
  /** Absolute http(s) address of the article; null when the feed names none. */
  url: string | null
  title: string | null
  published: PublishedDate | null
  authors: readonly string[]
  /** Of the feed as a whole. */
  publisher: string | null
}>

export type Feed = Readonly<{
  title: string | null
  /** In the feed's order, each id once. */
  items: readonly FeedItem[]
  /** How long the feed asks to be left alone, in ms; null when it does not say. */
  ttlMs: number | null
}>
