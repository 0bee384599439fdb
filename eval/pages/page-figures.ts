import type { Interval } from "../attribution/interval.ts"
import type { Figures } from "../floors.ts"
import type { PagesScore } from "./score-pages.ts"

/** The figures that floors are kept for. */
export const PAGE_HEADLINES = [
  "shingle",
  "word",
  "segments",
  "title",
  "author",
  "date",
  "false author",
  "crashes",
  "empty texts",
]

/** Of these less is better. */
export const PAGE_CEILINGS = ["false author", "crashes", "empty texts"]

/** What the weights of blocks have no part in: by folds over these weights, it is no figure. */
const FACTS: ReadonlySet<string> = new Set(["author", "author names", "false author", "date"])

export const withoutFacts = <Value>(values: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !FACTS.has(name)))

/** A score's figures by name: F1 or a share; only those that the gold knows. */
export function pageFigures({ body, segments, title, authors, unsigned, date }: PagesScore): Figures {
  return known({
    shingle: body?.means.f1,
    "shingle precision": body?.means.precision,
    "shingle recall": body?.means.recall,
    "shingle sums": body?.sums.f1,
    word: body?.words,
    segments: segments?.f1,
    title: title?.share,
    author: authors?.exact.share,
    "author names": authors?.names.f1,
    "false author": unsigned?.share,
    date: date?.share,
  })
}

/** The 95 % intervals of those that have one. */
export function pageIntervals({ body, segments, title, authors, unsigned, date }: PagesScore) {
  return known<Interval>({
    shingle: body?.interval,
    segments: segments?.interval,
    title: title?.interval,
    author: authors?.exact.interval,
    "false author": unsigned?.interval,
    date: date?.interval,
  })
}

function known<Value>(values: Record<string, Value | undefined>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Value] => entry[1] !== undefined))
}
