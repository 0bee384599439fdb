import type { PublishedDate } from "../../model/date.ts"
import { idOf } from "../../model/hash.ts"
import type { DocumentHead, DocumentView } from "../../model/ledger.ts"
import { headOf } from "./claim-document.ts"
import { compareDates, whenOf } from "./when.ts"

/** Documents on one event. */
export type StoryRow = Readonly<{
  /** Made of the smallest id of its documents. */
  id: string
  /** The title of the one seen earliest. */
  title: string | null
  /** Publishers, each once. */
  outlets: readonly string[]
  /** Of those that name their date; null where none does. */
  earliest: PublishedDate | null
  latest: PublishedDate | null
  shown: number
  doubtful: number
  /** Earliest first. */
  documents: readonly DocumentHead[]
}>

/** A story of its documents, at least one. */
export function toStoryRow(records: readonly DocumentView[]): StoryRow {
  const byDate = [...records].sort(
    (a, b) => compareDates(whenOf(a).date, whenOf(b).date) || (a.document.id < b.document.id ? -1 : 1),
  )
  const documents = byDate.map(headOf)
  const dates = documents.flatMap(({ published }) => published ?? [])
  const smallest = documents.map(({ id }) => id).sort()[0]!
  return {
    id: idOf("s", smallest),
    title: documents.find(({ title }) => title !== null)?.title ?? null,
    outlets: [...new Set(documents.map(({ publisher, title, id }) => publisher ?? title ?? id))],
    earliest: dates[0] ?? null,
    latest: dates.at(-1) ?? null,
    shown: records.reduce((sum, { shown }) => sum + shown, 0),
    doubtful: records.reduce((sum, { doubtful }) => sum + doubtful, 0),
    documents,
  }
}

/** Most documents first, then the latest, those without a date last, then by id. */
export const sortStories = (rows: readonly StoryRow[]): StoryRow[] =>
  [...rows].sort(
    (a, b) => b.documents.length - a.documents.length || latestFirst(a.latest, b.latest) || (a.id < b.id ? -1 : 1),
  )

const latestFirst = (a: PublishedDate | null, b: PublishedDate | null): number =>
  a && b ? compareDates(b, a) : Number(a === null) - Number(b === null)
