import { ACTS, QUOTATION_KINDS } from "../model/attribution.ts"
import { ENTITY_KINDS } from "../model/entity.ts"
import { findings } from "./findings-schema.ts"
import {
  count,
  flag,
  id,
  list,
  numberOrNull,
  oneOf,
  orNull,
  record,
  type Schema,
  span,
  text,
  textOrNull,
} from "./schema.ts"

type Properties = Readonly<Record<string, Schema>>

const time: Schema = { type: "string", description: "ISO 8601 in UTC" }

const counts = record({ documents: count, attributed: count, shown: count, doubtful: count })

const date = record({ value: text, precision: { enum: ["year", "month", "day", "minute", "second"], type: "string" } })

const head = { id, url: textOrNull, title: textOrNull, publisher: textOrNull, published: orNull(date) }

const summary = {
  ...head,
  language: textOrNull,
  article: flag,
  notArticle: textOrNull,
  attributed: flag,
  shown: count,
  doubtful: count,
  earliestSeen: time,
  latestSeen: time,
  sightings: count,
}

const attribution = {
  id,
  source: orNull(span),
  cue: orNull(span),
  content: list(span),
  quotation: { type: "string", enum: QUOTATION_KINDS },
  act: { type: "string", enum: ACTS },
  within: textOrNull,
  speaker: textOrNull,
  onBehalfOf: textOrNull,
  confidence: { type: "number", minimum: 0, maximum: 1 },
  shown: flag,
  because: list(text),
}

const speaker = { id, name: text, kind: { type: "string", enum: ENTITY_KINDS }, roles: list(text) }

const became: Schema = {
  type: "object",
  additionalProperties: false,
  required: ["state"],
  properties: { state: oneOf(["counts", "withdrawn", "replaced"]), by: text, at: time, number: count },
}

const judgement = record({
  number: count,
  verdict: text,
  side: oneOf(["left", "right", "alone"]),
  other: orNull(record({ id, text: textOrNull })),
  by: text,
  at: time,
  reason: textOrNull,
  became,
})

const printed = record({
  ...attribution,
  document: record(head),
  entities: list(record(speaker)),
  reading: { type: ["string", "null"], enum: ["right", "wrong", null] },
  judgements: list(judgement),
})

const copy = record({
  left: id,
  right: id,
  from: oneOf(["left", "right", "third", "neither"]),
  by: text,
  reason: textOrNull,
})

const reading = {
  id,
  current: flag,
  reader: count,
  snapshot: text,
  title: textOrNull,
  publisher: textOrNull,
  published: orNull(date),
  language: textOrNull,
  article: flag,
  notArticle: textOrNull,
  text: { type: "string", description: "the id of its text" },
}

const removed = record({ text, reason: text, score: numberOrNull, at: count })
const sighting = record({ url: text, at: time, snapshot: text })
const model = record({ name: text, version: count, sha256: text })

/** What each answer of the API holds beside the counts; keyed by view. */
export const ANSWERS = {
  overview: { latest: list(record(summary)), claims: list(printed) },
  documents: { documents: list(record(summary)), page: count, more: flag },
  document: {
    document: record({ ...summary, bylines: list(text), removed: list(removed) }),
    text: record({ id, value: text }),
    run: orNull(record({ id, model, data: count })),
    attributions: list(record(attribution)),
    findings,
    readings: list(record(reading)),
    seen: list(sighting),
  },
  related: {
    document: record(head),
    related: list(record({ document: record(head), score: { type: "number" }, because: list(text) })),
  },
  attribution: { id, printed: list(printed), copies: list(copy) },
  claims: { claims: list(printed), page: count, more: flag },
  sources: {
    sources: list(
      record({ source: text, attributions: count, shown: count, documents: count, publishers: list(text) }),
    ),
    page: count,
    more: flag,
  },
  search: {
    found: list(record({ document: record(head), attribution: textOrNull, excerpt: text })),
    page: count,
    more: flag,
  },
} satisfies Record<string, Properties>

export type ViewName = keyof typeof ANSWERS

/** The whole answer: the counts that every view carries, and its own part. */
export const answerSchema = (view: ViewName): Schema => record({ counts, ...ANSWERS[view] })

export const ERROR: Schema = record({ error: record({ code: text, what: text, where: text, fix: text }) })

const paging = {
  page: { type: "integer", minimum: 1, maximum: 1_000_000, default: 1, description: "which page, from 1" },
  limit: { type: "integer", minimum: 1, maximum: 500, default: 50, description: "how many on a page" },
}

const words = (description: string): Schema => ({ type: "string", maxLength: 500, description })

/** An unknown parameter is refused: a mistyped filter must not look like an answer to another question. */
const query = (properties: Properties): Schema => ({ type: "object", additionalProperties: false, properties })

/** What may be asked of each view. */
export const QUERIES: Readonly<Record<ViewName, Schema>> = {
  overview: query({}),
  documents: query(paging),
  document: query({
    doubtful: { type: "string", enum: ["0", "1"], description: "1: the page opens the doubtful ones too" },
    at: { type: "integer", minimum: 0, description: "the page shows the part of a long text that holds this offset" },
  }),
  related: query({}),
  attribution: query({}),
  claims: query({
    words: words("words that must all stand in the content"),
    source: words("part of the source's words, whatever the case"),
    act: { type: "string", enum: ACTS },
    shown: { type: "string", enum: ["0", "1"], description: "1: without the doubtful ones" },
    ...paging,
  }),
  sources: query(paging),
  search: query({ q: words("plain words"), ...paging }),
}

export const ID_PARAMS: Schema = record({ id: { type: "string", minLength: 1, maxLength: 100, description: "an id" } })
