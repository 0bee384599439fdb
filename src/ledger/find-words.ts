import type { Found, Page } from "../model/ledger.ts"
import { excerptAround } from "./excerpt.ts"
import { toPage } from "./page.ts"
import { HEAD, type HeadRow, toHead } from "./rows.ts"
import type { Store } from "./store.ts"
import { matchAll, queryWords } from "./words.ts"

type Hit = Readonly<{ document: number; attribution: number | null; id: string; attribution_id: string; score: number }>

// Scores that differ only by rounding are one score; then the ids decide, the text before what is quoted from it.
const IN_TEXTS = `SELECT documents.number AS document, NULL AS attribution, documents.id, '' AS attribution_id,
  round(bm25(document_index), 6) AS score
  FROM document_index JOIN documents ON documents.number = document_index.rowid WHERE document_index MATCH ?`
const IN_CONTENTS = `SELECT documents.number AS document, attributions.number AS attribution, documents.id,
  attributions.id AS attribution_id, round(bm25(content_index), 6) AS score
  FROM content_index CROSS JOIN attributions ON attributions.number = content_index.rowid
  CROSS JOIN documents ON documents.run = attributions.run WHERE content_index MATCH ?`

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
