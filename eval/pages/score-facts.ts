import type { Interval } from "../attribution/interval.ts"
import { plain } from "../python-text.ts"
import { dayOf } from "./day.ts"
import type { GoldPage } from "./gold-page.ts"
import { namesIn } from "./names.ts"
import type { PagePrediction } from "./page-prediction.ts"
import { resample } from "./resample.ts"
import { mean, type Rates, ratesOf } from "./score-text.ts"

/** A share of pages, 0 to 1. */
export type Share = Readonly<{ share: number; interval: Interval; right: number; pages: number }>

export type AuthorScore = Readonly<{ exact: Share; names: Rates }>

/** `given`: on how many pages a day was named at all. */
export type DateScore = Share & Readonly<{ given: number }>

/** Undefined: nobody read the page. */
export type PredictionOf = (page: GoldPage) => PagePrediction | undefined

/** How many titles are right, letter case and punctuation apart; null when no title is known. */
export function scoreTitles(pages: readonly GoldPage[], predictionOf: PredictionOf): Share | null {
  const titled = pages.filter(({ title }) => title !== null && title !== "")
  return shareOf(titled, (page) => plain(predictionOf(page)?.title ?? "") === plain(page.title ?? ""))
}

/** Pages that are signed: whose set of names is right, and the single names; null when there is none. */
export function scoreAuthors(pages: readonly GoldPage[], predictionOf: PredictionOf): AuthorScore | null {
  const rows = pages
    .filter(({ authors }) => authors !== null && authors.length > 0)
    .map((page) => compareNames(namesIn(page.authors ?? []), namesIn(predictionOf(page)?.bylines ?? [])))
  const exact = shareOf(rows, ({ extra, missed }) => extra + missed === 0)
  if (!exact) return null
  const sum = rows.reduce((a, b) => ({
    right: a.right + b.right,
    extra: a.extra + b.extra,
    missed: a.missed + b.missed,
  }))
  return { exact, names: ratesOf(sum) }
}

/** Pages that are not signed: for how many an author is given all the same; null when there is none. */
export function scoreUnsigned(pages: readonly GoldPage[], predictionOf: PredictionOf): Share | null {
  const unsigned = pages.filter(({ authors, title }) => authors?.length === 0 && title !== null)
  return shareOf(unsigned, (page) => namesIn(predictionOf(page)?.bylines ?? []).size > 0)
}

/** How many days are right; null when none is known. */
export function scoreDates(pages: readonly GoldPage[], predictionOf: PredictionOf): DateScore | null {
  const dated = pages.filter(({ date }) => dayOf(date) !== null)
  const given = (page: GoldPage) => dayOf(predictionOf(page)?.published ?? null)
  const share = shareOf(dated, (page) => given(page) === dayOf(page.date))
  return share && { ...share, given: dated.filter((page) => given(page) !== null).length }
}

function compareNames(gold: ReadonlySet<string>, predicted: ReadonlySet<string>) {
  const right = [...gold].filter((name) => predicted.has(name)).length
  return { right, extra: predicted.size - right, missed: gold.size - right }
}

function shareOf<Row>(rows: readonly Row[], isRight: (row: Row) => boolean): Share | null {
  if (rows.length === 0) return null
  const marks = rows.map((row) => (isRight(row) ? 1 : 0))
  const right = marks.reduce<number>((sum, mark) => sum + mark, 0)
  return { share: right / rows.length, interval: resample(marks, mean), right, pages: rows.length }
}
