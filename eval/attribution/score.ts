import { byKey } from "./by-key.ts"
import { add, type Count, NONE } from "./count.ts"
import { type Interval, interval } from "./interval.ts"
import type { Predictions } from "./prediction.ts"
import { QUOTATION_LINES, type QuotationLine } from "./quotation-line.ts"
import type { GoldArticle } from "./read-gold.ts"
import { type ByRole, toEach } from "./role.ts"
import { type ArticleScore, type Judged, LEVELS, type Level, type LineCount, scoreArticle } from "./score-article.ts"

/** The sums over all articles. */
export type Score = Readonly<{
  articles: number
  /** Articles that nobody predicted anything for. */
  missing: number
  tokens: ByRole<Count>
  chunks: ByRole<Count>
  levels: Readonly<Record<Level, Count>>
  lines: Readonly<Record<QuotationLine, LineCount>>
  strays: number
  /** Of F1, 95 %. */
  intervals: Readonly<{ linked: Interval; "+source": Interval }>
  judged: readonly Judged[]
}>

/** Score predictions for a set of articles, at least one. */
export function score(articles: readonly GoldArticle[], predictions: Predictions): Score {
  const scores = articles.map((article) => scoreArticle(article, predictions.get(article.name)))
  const sum = (count: (one: ArticleScore) => Count): Count => scores.map(count).reduce(add, NONE)
  const each = (level: Level): Count[] => scores.map((one) => one.levels[level])
  return {
    articles: articles.length,
    missing: scores.filter((one) => one.missing).length,
    tokens: toEach((role) => sum((one) => one.tokens[role])),
    chunks: toEach((role) => sum((one) => one.chunks[role])),
    levels: byKey(LEVELS, (level) => sum((one) => one.levels[level])),
    lines: byKey(QUOTATION_LINES, (line) => scores.map((one) => one.lines[line]).reduce(addLines)),
    strays: scores.reduce((count, one) => count + one.strays, 0),
    intervals: { linked: interval(each("linked")), "+source": interval(each("+source")) },
    judged: scores.flatMap((one) => one.judged),
  }
}

const addLines = (a: LineCount, b: LineCount): LineCount => ({
  sourced: a.sourced + b.sourced,
  linked: a.linked + b.linked,
  gold: a.gold + b.gold,
})
