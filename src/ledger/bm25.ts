/** As SQLite's FTS5 sets them: https://sqlite.org/fts5.html#the_bm25_function */
const K1 = 1.2
const B = 0.75
const LEAST_IDF = 1e-6

/** How many entries are searched, how many words they have together, and how many entries hold each word of the query. */
export type SearchSums = Readonly<{ entries: number; length: number; hits: readonly number[] }>

/**
 * The BM25 score of an entry by its length and how often each word of the query stands there; higher is better. Rounded
 * to six places: scores that differ only by rounding are one.
 */
export function bm25({ entries, length: total, hits }: SearchSums) {
  const mean = total / entries
  const weights = hits.map((hit) => Math.max(Math.log((entries - hit + 0.5) / (hit + 0.5)), LEAST_IDF))
  return ({ counts, length }: Readonly<{ counts: readonly number[]; length: number }>): number => {
    const score = counts.reduce(
      (sum, count, index) => sum + (weights[index]! * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / mean)),
      0,
    )
    return Math.round(score * 1e6) / 1e6
  }
}
