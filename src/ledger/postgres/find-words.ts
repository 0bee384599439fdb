import type { Found, Page } from "../../model/ledger.ts"
import { bm25 } from "../bm25.ts"
import { excerptAround } from "../excerpt.ts"
import { toPage } from "../page.ts"
import { HEAD, type HeadRow, toHead } from "../rows.ts"
import { queryWords } from "../words.ts"
import { type Index, indexWord } from "./index-words.ts"
import type { Session } from "./store.ts"

/** As in the SQLite ledger: of a word that stands in more places than this, the ones added last are ranked. */
const RANKED = 5_000

/** The page's places in documents, of the ranked texts ($1, $2) and contents ($3, $4). */
const PLACES = `
    SELECT documents.number AS document, NULL::bigint AS attribution, '' AS attribution_id, hits.score, documents.id
      FROM unnest($1::bigint[], $2::float8[]) AS hits (number, score) JOIN documents ON documents.number = hits.number
    UNION ALL
    SELECT documents.number, attributions.number, attributions.id, hits.score, documents.id
      FROM unnest($3::bigint[], $4::float8[]) AS hits (number, score)
      JOIN attributions ON attributions.number = hits.number JOIN documents ON documents.run = attributions.run
    ORDER BY score DESC, id, attribution_id LIMIT $5 OFFSET $6`

type Hit = HeadRow & Readonly<{ attribution: number | null; attribution_id: string; value: string }>

/** Texts and contents of current runs in which all the words stand, best match first (BM25). */
export async function findWords(session: Session, query: string, page: Page): Promise<Found[]> {
  const words = queryWords(query)
  if (words.length === 0) return []
  const { limit, offset } = toPage(page)
  const texts = await rank(session, "document_index", words.map(indexWord))
  const contents = await rank(session, "content_index", words.map(indexWord))
  const hits = await session.all<Hit>(
    `SELECT hits.attribution, hits.attribution_id, ${HEAD}, coalesce(attributions.content_words, texts.value) AS value
      FROM (${PLACES}) AS hits JOIN documents ON documents.number = hits.document
      JOIN readings ON readings.number = documents.reading JOIN texts ON texts.number = documents.text
      LEFT JOIN attributions ON attributions.number = hits.attribution
      ORDER BY hits.score DESC, hits.id, hits.attribution_id`,
    texts.numbers,
    texts.scores,
    contents.numbers,
    contents.scores,
    limit,
    offset,
  )
  return hits.map((hit) => ({
    document: toHead(hit),
    attribution: hit.attribution === null ? null : hit.attribution_id,
    excerpt: excerptAround(hit.value, words),
  }))
}

type Ranked = Readonly<{ numbers: readonly number[]; scores: readonly number[] }>
type Entry = Readonly<{ number: number; length: number; counts: readonly number[] }>

/** Entries of an index that hold all the words, with their scores. */
async function rank(session: Session, index: Index, words: readonly string[]): Promise<Ranked> {
  const entries = await session.all<Entry>(
    `SELECT number, length, ARRAY (SELECT counts[array_position(words, word)]
        FROM unnest($1::text[]) WITH ORDINALITY AS asked (word, place) ORDER BY place) AS counts
      FROM ${index} WHERE words @> $1::text[] ORDER BY number DESC LIMIT ${RANKED}`,
    words,
  )
  if (entries.length === 0) return { numbers: [], scores: [] }
  const sums = (await session.get<{ entries: number; length: number }>(
    "SELECT entries, length FROM index_sums WHERE index = $1",
    index,
  ))!
  const score = bm25({ ...sums, hits: await countHits(session, index, words) })
  return { numbers: entries.map(({ number }) => number), scores: entries.map(score) }
}

const countHits = async (session: Session, index: Index, words: readonly string[]): Promise<number[]> => {
  const rows = await session.all<{ hits: number }>(
    `SELECT (SELECT count(*) FROM ${index} WHERE words @> ARRAY[word]) AS hits
      FROM unnest($1::text[]) WITH ORDINALITY AS asked (word, place) ORDER BY place`,
    words,
  )
  return rows.map(({ hits }) => hits)
}
