import type { AttributionId } from "../../model/attribution.ts"
import type { Entity } from "../../model/entity.ts"
import type { AttributionQuery, AttributionView } from "../../model/ledger.ts"
import { toAttributionView } from "../attribution-view.ts"
import { toPage } from "../page.ts"
import { ATTRIBUTION, type AttributionRow, HEAD, type HeadRow, toAttribution, toHead } from "../rows.ts"
import { sourceKey } from "../source-form.ts"
import { queryWords } from "../words.ts"
import { indexWord } from "./index-words.ts"
import type { Session, Value } from "./store.ts"

type Row = HeadRow & AttributionRow & Readonly<{ text: number; run: number }>

const COLUMNS = `${HEAD}, ${ATTRIBUTION}, documents.text, attributions.run`
const TABLES = `documents JOIN attributions ON attributions.run = documents.run
  JOIN readings ON readings.number = documents.reading`
const ORDER = "ORDER BY documents.published DESC NULLS LAST, documents.id, attributions.place"

/** The attributions of current runs that a query asks for, as `Ledger.attributions` orders them. */
export async function findAttributions(session: Session, query: AttributionQuery): Promise<AttributionView[]> {
  const words = query.words === undefined ? null : queryWords(query.words)
  if (words?.length === 0) return []
  const { limit, offset } = toPage(query)
  const values: Value[] = [limit, offset]
  const conditions = conditionsOf(query, words, (value) => `$${values.push(value)}`)
  const where = conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""
  const sql = `SELECT ${COLUMNS} FROM ${TABLES} ${where} ${ORDER} LIMIT $1 OFFSET $2`
  return toViews(session, await session.all<Row>(sql, ...values))
}

/** `put` takes a value in and gives its place in the words. */
function conditionsOf(
  { act, document, source, shownOnly }: AttributionQuery,
  words: readonly string[] | null,
  put: (value: Value) => string,
): string[] {
  return [
    ...(act === undefined ? [] : [`attributions.act = ${put(act)}`]),
    ...(document === undefined ? [] : [`documents.id = ${put(document)}`]),
    ...(shownOnly ? ["attributions.shown = 1"] : []),
    ...(source === undefined
      ? []
      : [`attributions.source IN (SELECT number FROM sources WHERE strpos(key, ${put(sourceKey(source))}) > 0)`]),
    ...(words === null
      ? []
      : [`attributions.number IN (SELECT number FROM content_index WHERE words @> ${put(words.map(indexWord))})`]),
  ]
}

/** The attribution in every document whose current run holds it, in the order of `Ledger.attributions`. */
export const findAttribution = async (session: Session, id: AttributionId): Promise<AttributionView[]> =>
  toViews(session, await session.all<Row>(`SELECT ${COLUMNS} FROM ${TABLES} WHERE attributions.id = $1 ${ORDER}`, id))

/** Each text, and the entities of each run in which somebody is resolved, is fetched once. */
async function toViews(session: Session, rows: readonly Row[]): Promise<AttributionView[]> {
  const texts = await valuesOf(
    session,
    "SELECT number, value FROM texts",
    rows.map(({ text }) => text),
  )
  const resolved = rows.filter((row) => row.speaker !== null || row.on_behalf_of !== null).map(({ run }) => run)
  const found = await valuesOf(
    session,
    "SELECT number, (findings::json -> 'entities')::text AS value FROM runs",
    resolved,
  )
  const entities = new Map([...found].map(([run, value]) => [run, JSON.parse(value ?? "[]") as Entity[]]))
  return rows.map((row) =>
    toAttributionView(toAttribution(row), {
      document: toHead(row),
      text: texts.get(row.text)!,
      entities: entities.get(row.run) ?? [],
    }),
  )
}

async function valuesOf(session: Session, sql: string, numbers: readonly number[]): Promise<Map<number, string>> {
  const different = [...new Set(numbers)]
  if (different.length === 0) return new Map()
  const rows = await session.all<{ number: number; value: string }>(
    `${sql} WHERE number = ANY ($1::bigint[])`,
    different,
  )
  return new Map(rows.map(({ number, value }) => [number, value]))
}
