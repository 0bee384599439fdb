import type { GoldPage } from "./gold-page.ts"
import type { PageLine } from "./page-prediction.ts"
import {
  type AuthorScore,
  type DateScore,
  type Share,
  scoreAuthors,
  scoreDates,
  scoreTitles,
  scoreUnsigned,
} from "./score-facts.ts"
import { type BodyScore, type SegmentScore, scoreBodies, scoreSegments } from "./score-text.ts"

/** Null: the gold says nothing of it. */
export type PagesScore = Readonly<{
  pages: number
  /** Pages that nobody read. */
  missing: number
  /** Lines for pages that were called no article. */
  refused: number
  body: BodyScore | null
  segments: SegmentScore | null
  title: Share | null
  authors: AuthorScore | null
  /** The share of unsigned pages that were given an author. */
  unsigned: Share | null
  date: DateScore | null
}>

/** Score what was read from annotated pages, at least one. */
export function scorePages(pages: readonly GoldPage[], lines: readonly PageLine[]): PagesScore {
  const predictions = new Map(lines.map(({ name, prediction }) => [name, prediction]))
  const names = new Set(pages.map(({ name }) => name))
  const predictionOf = ({ name }: GoldPage) => predictions.get(name)
  const textOf = (page: GoldPage) => predictionOf(page)?.text ?? ""
  return {
    pages: pages.length,
    missing: pages.filter((page) => !predictionOf(page)).length,
    refused: lines.filter(({ name, prediction }) => names.has(name) && !prediction.article).length,
    body: scoreBodies(pages, textOf),
    segments: scoreSegments(pages, textOf),
    title: scoreTitles(pages, predictionOf),
    authors: scoreAuthors(pages, predictionOf),
    unsigned: scoreUnsigned(pages, predictionOf),
    date: scoreDates(pages, predictionOf),
  }
}
