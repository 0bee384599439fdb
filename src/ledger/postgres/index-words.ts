import { sha256 } from "../../model/hash.ts"
import { wordsOf } from "../words.ts"
import type { Session } from "./store.ts"

export type Index = "document_index" | "content_index"

/** A text as it is searched: its different words in the order of their code units, and how often each stands there. */
export type Indexed = Readonly<{ words: readonly string[]; counts: readonly number[]; length: number }>

/** In UTF-16 units: an index holds no entry beyond some 2,700 bytes. */
const LONGEST = 600

/** A folded word as it stands in the index: for a longer one its hash, marked by a sign that stands in no word. */
export const indexWord = (folded: string): string => (folded.length <= LONGEST ? folded : `#${sha256(folded)}`)

/** The words of texts as they stand in an index. */
export function indexed(...texts: readonly string[]): Indexed {
  const counts = new Map<string, number>()
  let length = 0
  for (const text of texts) {
    for (const { folded } of wordsOf(text)) {
      const word = indexWord(folded)
      counts.set(word, (counts.get(word) ?? 0) + 1)
      length++
    }
  }
  const words = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  return { words: words.map(([word]) => word), counts: words.map(([, count]) => count), length }
}

/** What is searched of every document, and below of every attribution of a current run. */
export const DOCUMENT_WORDS = `SELECT documents.number, readings.title, texts.value AS text FROM documents
  JOIN readings ON readings.number = documents.reading JOIN texts ON texts.number = readings.text`

export type DocumentWords = Readonly<{ number: number; title: string | null; text: string }>

export const CONTENT_WORDS = `SELECT attributions.number, attributions.content_words AS content
  FROM attributions JOIN runs ON runs.number = attributions.run AND runs.current = 1`

export type ContentWords = Readonly<{ number: number; content: string }>

export const indexedDocument = ({ title, text }: DocumentWords): Indexed => indexed(title ?? "", text)

/** Put the words of a document's current reading in the place of those that its index has, if it `isHeld`. */
export async function indexDocument(session: Session, document: number, isHeld: boolean): Promise<void> {
  if (isHeld) await remove(session, "document_index", "number = $1", document)
  const row = (await session.get<DocumentWords>(`${DOCUMENT_WORDS} WHERE documents.number = $1`, document))!
  await put(session, "document_index", [{ number: document, ...indexedDocument(row) }])
}

export async function indexContents(session: Session, run: number): Promise<void> {
  const rows = await session.all<ContentWords>(`${CONTENT_WORDS} WHERE runs.number = $1 ORDER BY 1`, run)
  const entries = rows.map(({ number, content }) => ({ number, ...indexed(content) }))
  if (entries.length > 0) await put(session, "content_index", entries)
}

export const unindexContents = (session: Session, run: number): Promise<void> =>
  remove(session, "content_index", "number IN (SELECT number FROM attributions WHERE run = $1)", run)

const put = async (
  session: Session,
  index: Index,
  entries: readonly (Indexed & { number: number })[],
): Promise<void> => {
  await session.all(
    `WITH added AS (
      INSERT INTO ${index} (number, words, counts, length) SELECT * FROM json_to_recordset($1)
        AS given (number bigint, words text[], counts integer[], length integer) RETURNING length)
    UPDATE index_sums SET entries = entries + (SELECT count(*) FROM added),
      length = length + (SELECT coalesce(sum(length), 0) FROM added) WHERE index = '${index}'`,
    JSON.stringify(entries),
  )
}

const remove = async (session: Session, index: Index, which: string, number: number): Promise<void> => {
  await session.all(
    `WITH removed AS (DELETE FROM ${index} WHERE ${which} RETURNING length)
    UPDATE index_sums SET entries = entries - (SELECT count(*) FROM removed),
      length = length - (SELECT coalesce(sum(length), 0) FROM removed) WHERE index = '${index}'`,
    number,
  )
}
