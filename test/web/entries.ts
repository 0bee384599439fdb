import { type Act, type Attribution, attributionId, type QuotationKind, runId } from "../../src/model/attribution.ts"
import { type PublishedDate, parseDate } from "../../src/model/date.ts"
import { documentId, type Removed, readingId } from "../../src/model/document.ts"
import { type Findings, NO_FINDINGS } from "../../src/model/findings.ts"
import type { Entry } from "../../src/model/ledger.ts"
import { toSnapshot } from "../../src/model/snapshot.ts"
import type { Span } from "../../src/model/span.ts"
import { toText } from "../../src/model/text.ts"
import { findingsIn } from "../invented-findings.ts"

export type Saying = Readonly<{
  /** Words of the text, found at their first place, or behind `after`. */
  source?: string
  cue?: string
  content: readonly string[]
  after?: string
  /** Which saying, counted from 0, this one stands inside. */
  within?: number
  act?: Act
  quotation?: QuotationKind
  confidence?: number
  /** Names of entities of the article's findings. */
  speaker?: string
  onBehalfOf?: string
}>

export type Article = Readonly<{
  url?: string | null
  publisher?: string | null
  title?: string | null
  published?: string | null
  bylines?: readonly string[]
  language?: string
  text: string
  removed?: readonly Removed[]
  sayings?: readonly Saying[] | null
  /** What the text holds beside its sayings, whose attributions are given in their order. */
  findings?: (find: ReturnType<typeof findingsIn>, attributions: readonly Attribution[]) => Findings
  notArticle?: string
  seen?: string
  seenAt?: string
  reader?: number
  version?: number
}>

const SHOWN_FROM = 0.8

/** An entry as reading an article would give it; the words of its sayings are looked up in its text. */
export function entryOf(article: Article): Entry {
  const { url = null, publisher = null, title = null, bylines = [], removed = [], notArticle = null } = article
  const at = article.seenAt ?? "2031-03-04T09:00:00.000Z"
  const bytes = new TextEncoder().encode(`${title}\n${article.text}`)
  const snapshot = toSnapshot({ bytes, url, headers: {}, fetched: at })
  const text = toText(article.text)
  const file = article.seen ?? url ?? "article.txt"
  const document = { id: documentId({ url, publisher, file }), url, publisher }
  const parts = { document: document.id, snapshot: snapshot.sha256, reader: article.reader ?? 1 }
  const published: PublishedDate | null = article.published ? parseDate(article.published) : null
  const reading = {
    ...{ id: readingId(parts), ...parts, article: notArticle === null, notArticle, title, publisher, bylines },
    ...{
      published,
      language: article.language ?? "en",
      text: text.id,
      removed,
      modified: null,
      blocks: [],
      evidence: [],
    },
  }
  const sighting = { document: document.id, snapshot: snapshot.sha256, url: file, at }
  const model = { name: "invented", version: article.version ?? 1, sha256: "0123456789ab" }
  const attributions = (article.sayings ?? []).map((saying) => attributionOf(text.id, text.value, saying))
  const nested = attributions.map((one, i) => nest(one, article.sayings?.[i]?.within, attributions))
  const findings = article.findings?.(findingsIn(text.value), nested) ?? NO_FINDINGS
  const idOf = (name: string | undefined) => findings.entities.find((entity) => entity.name === name)?.id ?? null
  const spoken = nested.map((one, i) => {
    const { speaker, onBehalfOf } = article.sayings![i]!
    return { ...one, speaker: idOf(speaker), onBehalfOf: idOf(onBehalfOf) }
  })
  const run = article.sayings && {
    id: runId({ text: text.id, model, data: 1, anchor: null }),
    text: text.id,
    model,
    data: 1,
    anchor: null,
    findings,
    attributions: spoken,
  }
  return { snapshot, document, reading, text, sighting, run: run ?? null }
}

const nest = (one: Attribution, within: number | undefined, all: readonly Attribution[]): Attribution =>
  within === undefined ? one : { ...one, within: all[within]!.id }

function attributionOf(textId: string, text: string, saying: Saying): Attribution {
  const from = saying.after ? text.indexOf(saying.after) + saying.after.length : 0
  const place = (words: string): Span => {
    const start = text.indexOf(words, from)
    if (start < 0) throw new Error(`the text does not hold "${words}"`)
    return { start, end: start + words.length }
  }
  const cue = saying.cue === undefined ? null : place(saying.cue)
  const content = saying.content.map(place)
  const confidence = saying.confidence ?? 0.93
  return {
    ...{
      id: attributionId(textId, { cue, content }),
      source: saying.source ? place(saying.source) : null,
      cue,
      content,
    },
    ...{ quotation: saying.quotation ?? "indirect", act: saying.act ?? "assert", within: null, speaker: null },
    ...{ onBehalfOf: null, confidence, shown: confidence >= SHOWN_FROM, because: ["the model links cue and content"] },
  }
}
