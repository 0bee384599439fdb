import type { Interval } from "../attribution/interval.ts"
import { squeeze } from "../python-text.ts"
import type { GoldPage } from "./gold-page.ts"
import { resample } from "./resample.ts"
import { compareShingles, f1, type Parts, wordF1 } from "./shingles.ts"

export type Rates = Readonly<{ precision: number; recall: number; f1: number }>

export type BodyScore = Readonly<{ means: Rates; interval: Interval; sums: Rates; words: number; pages: number }>

/** `right`: found with-segments, `missed`: the others; `extra`: found without-segments, `spared`: the others. */
type Segments = Parts & Readonly<{ spared: number }>

export type SegmentScore = Rates & Readonly<{ accuracy: number; interval: Interval; with: number; without: number }>

type TextOf = (page: GoldPage) => string

/** The texts of pages whose gold has a body; null when there is none. */
export function scoreBodies(pages: readonly GoldPage[], textOf: TextOf): BodyScore | null {
  const annotated = pages.filter(({ body }) => body !== "")
  if (annotated.length === 0) return null
  const rows = annotated.map((page) => compareShingles(page.body, textOf(page)))
  return {
    means: meansOf(rows),
    interval: resample(rows, (drawn) => meansOf(drawn).f1),
    sums: ratesOf(sumOf(rows)),
    words: mean(annotated.map((page) => wordF1(page.body, textOf(page)))),
    pages: annotated.length,
  }
}

/** The segments that should and should not be in texts; null when none is known. */
export function scoreSegments(pages: readonly GoldPage[], textOf: TextOf): SegmentScore | null {
  const annotated = pages.filter((page) => page.with.length > 0)
  if (annotated.length === 0) return null
  const rows = annotated.map((page) => findSegments(page, squeeze(textOf(page))))
  const { right, extra, missed, spared } = rows.reduce(addSegments)
  return {
    ...ratesOf({ right, extra, missed }),
    accuracy: (right + spared) / (right + extra + missed + spared),
    interval: resample(rows, (drawn) => ratesOf(drawn.reduce(addSegments)).f1),
    with: right + missed,
    without: extra + spared,
  }
}

function findSegments(page: GoldPage, text: string): Segments {
  const found = (segments: readonly string[]): number => segments.filter((one) => text.includes(squeeze(one))).length
  const [right, extra] = [found(page.with), found(page.without)]
  return { right, extra, missed: page.with.length - right, spared: page.without.length - extra }
}

const addSegments = (a: Segments, b: Segments): Segments => ({
  right: a.right + b.right,
  extra: a.extra + b.extra,
  missed: a.missed + b.missed,
  spared: a.spared + b.spared,
})

/** Precision over the pages with a predicted text, recall over those with a gold text, F1 of the two means. */
function meansOf(rows: readonly Parts[]): Rates {
  const means = { precision: 0, recall: 0 }
  let [predicted, gold] = [0, 0]
  for (const { right, extra, missed } of rows) {
    if (right + extra > 0) {
      means.precision += right / (right + extra)
      predicted++
    }
    if (right + missed > 0) {
      means.recall += right / (right + missed)
      gold++
    }
  }
  const precision = predicted ? means.precision / predicted : 0
  const recall = gold ? means.recall / gold : 0
  return { precision, recall, f1: f1(precision, recall) }
}

/** 0 where nothing was predicted or nothing is there. */
export function ratesOf({ right, extra, missed }: Parts): Rates {
  const precision = right + extra ? right / (right + extra) : 0
  const recall = right + missed ? right / (right + missed) : 0
  return { precision, recall, f1: f1(precision, recall) }
}

const sumOf = (rows: readonly Parts[]): Parts =>
  rows.reduce((a, b) => ({ right: a.right + b.right, extra: a.extra + b.extra, missed: a.missed + b.missed }))

export const mean = (values: readonly number[]): number =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0
