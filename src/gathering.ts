import type { WordCounts } from "./lexicon/word-counts.ts"
import type { DocumentRecord, Ledger } from "./model/ledger.ts"
import { type CopyDocument, copiesAmong } from "./pipeline.ts"
import type { SharedText } from "./reconcile/check/find-claimants.ts"
import { searchForms } from "./reconcile/check/search-forms.ts"

/** Documents of a ledger, gathered for a question. */

/** So many documents are gone through closely for one question. */
const CLOSELY = 80
/** So many words of a question are looked for, the rarest first. */
const WORDS = 12
/** So many hits of a word are looked at. */
export const HITS = 200
const PAGE = 200

/** The documents that share the rarest words with the questions, most and rarest first. */
export async function candidates(
  ledger: Ledger,
  questions: readonly Readonly<{ text: string }>[],
  { counts, self }: { counts: WordCounts; self: string | null },
): Promise<DocumentRecord[]> {
  const scores = new Map<string, number>()
  for (const { text } of questions) {
    for (const { forms, rarity } of searchForms(text, counts).slice(0, WORDS)) {
      const hits = await Promise.all(forms.map((form) => ledger.search(form, { limit: HITS })))
      const found = new Set(hits.flat().map(({ document }) => document.id))
      for (const id of found) scores.set(id, (scores.get(id) ?? 0) + rarity)
    }
  }
  const best = [...scores].filter(([id]) => id !== self).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return load(
    ledger,
    best.slice(0, CLOSELY).map(([id]) => id),
  )
}

/** In the order of the ids; those that the ledger does not hold are left out. */
export async function load(ledger: Ledger, ids: readonly string[]): Promise<DocumentRecord[]> {
  const records: DocumentRecord[] = []
  for (const id of ids) {
    const record = await ledger.document(id)
    if (record) records.push(record)
  }
  return records
}

/** All documents that hold the words; of no words, all of them. */
export async function holding(ledger: Ledger, words: string): Promise<DocumentRecord[]> {
  if (words.trim() === "") return gathered(allDocuments(ledger))
  const hits = await ledger.search(words, { limit: HITS * 5 })
  return load(ledger, [...new Set(hits.map(({ document }) => document.id))])
}

async function gathered<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

/** All documents, last seen first, one page after the other. */
export async function* allDocuments(ledger: Ledger): AsyncGenerator<DocumentRecord> {
  for (let offset = 0; ; offset += PAGE) {
    const views = await ledger.documents({ limit: PAGE, offset })
    yield* await load(
      ledger,
      views.map(({ document }) => document.id),
    )
    if (views.length < PAGE) return
  }
}

/** Which of the records share text, by their places in the list. */
export function sharedTexts(records: readonly DocumentRecord[]): SharedText[] {
  return Array.from(copiesAmong(records.map(toCopyDocument), { folded: true }), ({ left, right, reuse }) => ({
    left,
    right,
    wholly: reuse.derived === "wholly",
    passages: reuse.passages,
  }))
}

/** What is looked at of a document in finding copies. */
export const toCopyDocument = ({
  document,
  reading,
  text,
}: Pick<DocumentRecord, "document" | "reading" | "text">): CopyDocument => ({
  id: document.id,
  text: text.value,
  url: document.url,
  publisher: reading.publisher ?? document.publisher,
  published: reading.published,
})
