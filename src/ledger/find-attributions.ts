import type { AttributionId } from "../model/attribution.ts"
import type { Entity } from "../model/entity.ts"
import type { AttributionQuery, AttributionView } from "../model/ledger.ts"
import { toAttributionView } from "./attribution-view.ts"
import { toPage } from "./page.ts"
import { ATTRIBUTION, type AttributionRow, HEAD, type HeadRow, toAttribution, toHead } from "./rows.ts"
import { sourceKey } from "./source-form.ts"
import type { Store, Value } from "./store.ts"
import { matchAll, queryWords } from "./words.ts"

/** A document and an attribution, by their numbers. */
export type Place = Readonly<{ document: number; attribution: number }>

type Condition = Readonly<{ sql: string; values: readonly Value[] }>

/**
 * Up to so many hits are gathered and sorted; among more, the documents are gone through by date until
 * the page is full. With a million attributions both take some 50 ms at this number.
 */
const FEW = 2_000

/** Where tables are joined in the order written: SQLite cannot know how many rows a word or a source has. */
const BY_DATE =
  "documents INDEXED BY documents_by_published CROSS JOIN attributions ON attributions.run = documents.run"
const BY_DOCUMENT = "documents CROSS JOIN attributions ON attributions.run = documents.run"
const BY_WORDS = `content_index CROSS JOIN attributions ON attributions.number = content_index.rowid
  CROSS JOIN documents ON documents.run = attributions.run`
const BY_SOURCE = `sources CROSS JOIN attributions INDEXED BY attributions_by_source
  ON attributions.source = sources.number CROSS JOIN documents ON documents.run = attributions.run`

const BY_ACT = `attributions INDEXED BY attributions_by_act
  CROSS JOIN documents ON documents.run = attributions.run`

/** The attributions of current runs that a query asks for, as `Ledger.attributions` orders them. */
export function findAttributions(store: Store, query: AttributionQuery): AttributionView[] {
  const words = query.words === undefined ? null : queryWords(query.words)
  if (words?.length === 0) return []
  const { from, conditions } = plan(store, query, words)
  const { limit, offset } = toPage(query)
  const where = conditions.map(({ sql }) => sql).join(" AND ") || "true"
  const places = store.all<Place>(
    `SELECT documents.number AS document, attributions.number AS attribution FROM ${from} WHERE ${where}
      ORDER BY documents.published DESC, documents.id, attributions.place LIMIT ? OFFSET ?`,
    ...conditions.flatMap(({ values }) => values),
    limit,
    offset,
  )
  return viewPlaces(store, places)
}

type Plan = Readonly<{ from: string; conditions: readonly Condition[] }>

/** Which table to begin with: the one that leaves few rows, else the documents by date. */
function plan(
  store: Store,
  { act, document, source, shownOnly }: AttributionQuery,
  words: readonly string[] | null,
): Plan {
  const match = words && matchAll(words)
  const key = source === undefined ? null : sourceKey(source)
  const hit: Condition[] = match === null ? [] : [{ sql: "content_index MATCH ?", values: [match] }]
  const named: Condition[] = key === null ? [] : [{ sql: "instr(sources.key, ?) > 0", values: [key] }]
  const [amongHits, amongNamed] = [hit.map(amongHitsOf), named.map(amongSourcesOf)]
  const plain = [
    ...(act === undefined ? [] : [{ sql: "attributions.act = ?", values: [act] }]),
    ...(document === undefined ? [] : [{ sql: "documents.id = ?", values: [document] }]),
    ...(shownOnly ? [{ sql: "attributions.shown = 1", values: [] }] : []),
  ]
  const others = [...plain, ...amongHits, ...amongNamed]
  if (document !== undefined) return { from: BY_DOCUMENT, conditions: others }
  if (match !== null && isFew(store, HITS, match))
    return { from: BY_WORDS, conditions: [...hit, ...plain, ...amongNamed] }
  if (key !== null && isFew(store, NAMED, key))
    return { from: BY_SOURCE, conditions: [...named, ...plain, ...amongHits] }
  if (act !== undefined && isFew(store, ACTING, act)) return { from: BY_ACT, conditions: others }
  return { from: BY_DATE, conditions: others }
}

const HITS = "SELECT count(*) AS rows FROM (SELECT 1 FROM content_index WHERE content_index MATCH ? LIMIT ?)"
const NAMED = "SELECT min(total(attributions), ?2) AS rows FROM sources WHERE instr(key, ?1) > 0"
const ACTING = "SELECT count(*) AS rows FROM (SELECT 1 FROM attributions WHERE act = ? LIMIT ?)"

const isFew = (store: Store, sql: string, value: string): boolean =>
  store.get<{ rows: number }>(sql, value, FEW + 1)!.rows <= FEW

const amongSourcesOf = ({ sql, values }: Condition): Condition => ({
  sql: `attributions.source IN (SELECT number FROM sources WHERE ${sql})`,
  values,
})

const amongHitsOf = ({ sql, values }: Condition): Condition => ({
  sql: `attributions.number IN (SELECT rowid FROM content_index WHERE ${sql})`,
  values,
})

/** The attribution in every document whose current run holds it, in the order of `Ledger.attributions`. */
export const findAttribution = (store: Store, id: AttributionId): AttributionView[] =>
  viewPlaces(
    store,
    store.all<Place>(
      `SELECT documents.number AS document, attributions.number AS attribution
        FROM attributions JOIN documents ON documents.run = attributions.run
        WHERE attributions.id = ? ORDER BY documents.published DESC, documents.id`,
      id,
    ),
  )

/** Views of the places, in their order. */
export function viewPlaces(store: Store, places: readonly Place[]): AttributionView[] {
  const textOf = remembered(
    (number) => store.get<{ value: string }>("SELECT value FROM texts WHERE number = ?", number)!.value,
  )
  const entitiesOf = remembered((run) => findEntities(store, run))
  return places.map(({ document, attribution }) => {
    const row = store.get<HeadRow & AttributionRow & { text: number; run: number }>(
      `SELECT ${HEAD}, ${ATTRIBUTION}, documents.text, attributions.run FROM documents
        JOIN readings ON readings.number = documents.reading JOIN attributions ON attributions.number = ?
        WHERE documents.number = ?`,
      attribution,
      document,
    )!
    // Most attributions of a page share their run: its entities are unpacked once, and only where somebody is resolved.
    const entities = row.speaker === null && row.on_behalf_of === null ? [] : entitiesOf(row.run)
    return toAttributionView(toAttribution(row), { document: toHead(row), text: textOf(row.text), entities })
  })
}

const findEntities = (store: Store, run: number): readonly Entity[] =>
  JSON.parse(
    store.get<{ entities: string | null }>(
      "SELECT json_extract(findings, '$.entities') AS entities FROM runs WHERE number = ?",
      run,
    )!.entities ?? "[]",
  )

/** Looked up once for each number. */
function remembered<Value>(find: (number: number) => Value): (number: number) => Value {
  const known = new Map<number, Value>()
  return (number) => {
    const value = known.has(number) ? known.get(number)! : find(number)
    known.set(number, value)
    return value
  }
}
