import type { Found, Page } from "../model/ledger.ts"
import { excerptAround } from "./excerpt.ts"
import { toPage } from "./page.ts"
import { HEAD, type HeadRow, toHead } from "./rows.ts"
import type { Store } from "./store.ts"
import { matchAll, queryWords } from "./words.ts"

type Hit = Readonly<{ document: number; attribution: number | null; id: string; attribution_id: string; score: number }>

/**
 * Of a word that stands in more places than this, the ones added last are ranked: BM25 tells next to
 * nothing about so common a word, and reading half a million hits would take seconds.
 */
const RANKED = 5_000

// Scores that differ only by rounding are one score; then the ids decide, the text before what is quoted from it.
const hitsIn = (index: string): string =>
  `(SELECT rowid, round(bm25(${index}), 6) AS score FROM ${index} WHERE ${index} MATCH ? ORDER BY rowid DESC LIMIT ${RANKED})`
const IN_TEXTS = `SELECT documents.number AS document, NULL AS attribution, documents.id, '' AS attribution_id, hits.score
  FROM ${hitsIn("document_index")} AS hits CROSS JOIN documents ON documents.number = hits.rowid`
const IN_CONTENTS = `SELECT documents.number, attributions.number, documents.id, attributions.id, hits.score
  FROM ${hitsIn("content_index")} AS hits CROSS JOIN attributions ON attributions.number = hits.rowid
  CROSS JOIN documents ON documents.run = attributions.run`

/** Texts and contents of current runs in which all the words stand, best match first (BM25). */
export function findWords(store: Store, query: string, page: Page): Found[] {
  const words = queryWords(query)
  if (words.length === 0) return []
  const { limit, offset } = toPage(page)
  const match = matchAll(words)
  const hits = store.all<Hit>(
    `${IN_TEXTS} UNION ALL ${IN_CONTENTS} ORDER BY score, id, attribution_id LIMIT ? OFFSET ?`,
    match,
    match,
    limit,
    offset,
  )
  return hits.map((hit) => toFound(store, hit, words))
}

function toFound(store: Store, { document, attribution, attribution_id }: Hit, words: readonly string[]): Found {
  const row = store.get<HeadRow & { value: string }>(
    `SELECT ${HEAD}, texts.value FROM documents JOIN readings ON readings.number = documents.reading
      JOIN texts ON texts.number = documents.text WHERE documents.number = ?`,
    document,
  )!
  const found = { document: toHead(row), attribution: attribution === null ? null : attribution_id }
  return { ...found, excerpt: excerptAround(attribution === null ? row.value : contentOf(store, attribution), words) }
}

const contentOf = (store: Store, attribution: number): string =>
  store.get<{ content_words: string }>("SELECT content_words FROM attributions WHERE number = ?", attribution)!
    .content_words
