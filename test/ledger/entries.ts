import { type Act, type Attribution, attributionId, type Run, runId } from "../../src/model/attribution.ts"
import { parseDate } from "../../src/model/date.ts"
import { documentId, readingId, type TextBlock } from "../../src/model/document.ts"
import { type Findings, NO_FINDINGS } from "../../src/model/findings.ts"
import type { Judgement } from "../../src/model/judgement.ts"
import type { Entry } from "../../src/model/ledger.ts"
import { toSnapshot } from "../../src/model/snapshot.ts"
import type { Span } from "../../src/model/span.ts"
import { toText } from "../../src/model/text.ts"

export type ClaimSketch = Readonly<{
  source?: string | null
  cue?: string | null
  content: readonly string[]
  act?: Act
  shown?: boolean
  confidence?: number
}>

export type Sketch = Readonly<{
  url?: string | null
  file?: string
  publisher?: string | null
  title?: string | null
  text?: string
  published?: string | null
  at?: string
  /** Bytes of the page; default: the title and the text. */
  page?: string
  reader?: number
  article?: boolean
  model?: number
  data?: number
  /** Whether the run's times were resolved against the published date. Default: against none. */
  anchored?: boolean
  findings?: Findings
  /** Null: no run. */
  claims?: readonly ClaimSketch[] | null
}>

export const TEXT = [
  "The harbour office said on Monday that twelve boats were missing.",
  "“We counted them,” Mara Quill told the Tern Post, “and we counted twice.”",
  "According to the Fishers’ Union, only four boats had left the quay.",
].join("\n")

export const CLAIMS: readonly ClaimSketch[] = [
  { source: "The harbour office", cue: "said", content: ["twelve boats were missing"] },
  { source: "Mara Quill", cue: "told", content: ["“We counted them,”", "“and we counted twice.”"], shown: false },
  { source: "the Fishers’ Union", cue: "According to", content: ["only four boats had left the quay"], act: "deny" },
]

/** Each line a block; the first is a heading whose first word is a link. */
const blocksOf = (text: string): TextBlock[] =>
  [...text.matchAll(/[^\n]+/g)].map(({ index: start, 0: line }, i) => ({
    start,
    end: start + line.length,
    kind: i === 0 ? "heading" : "paragraph",
    level: i === 0 ? 2 : 0,
    links: i === 0 ? [{ start, end: start + line.split(" ")[0]!.length, href: "https://tern-post.example/quay" }] : [],
    reason: "invented",
    score: i === 0 ? null : 0.75,
  }))

/** An entry as reading would give it; every word of a claim is looked up in the text. */
export function toEntry(sketch: Sketch = {}): Entry {
  const { url = "https://tern-post.example/boats", file = "boats.txt", publisher = "Tern Post" } = sketch
  const { title = "Twelve boats missing", at = "2024-03-05T08:00:00.000Z", reader = 1, article = true } = sketch
  const { published = "2024-03-04", model = 1, data = 1, claims = CLAIMS } = sketch
  const text = toText(sketch.text ?? TEXT)
  const bytes = Buffer.from(sketch.page ?? `${title}\n${text.value}`)
  const snapshot = toSnapshot({
    bytes: new Uint8Array(bytes),
    url,
    headers: { "content-type": "text/plain" },
    fetched: at,
  })
  const document = { id: documentId({ url, publisher, file }), url, publisher }
  const keys = { document: document.id, snapshot: snapshot.sha256, reader }
  return {
    snapshot,
    document,
    text,
    reading: {
      id: readingId(keys),
      ...keys,
      article,
      notArticle: article ? null : "a list of links",
      title,
      publisher,
      bylines: ["Ines Calder"],
      published: published === null ? null : parseDate(published),
      language: "en",
      text: text.id,
      modified: published === null ? null : parseDate(`${published.slice(0, 4)}-12`),
      removed: [{ text: "Share this", reason: "a button", score: 0.125, at: 0 }],
      blocks: blocksOf(text.value),
      evidence: [{ field: "title" as const, value: title ?? "", from: "heading", taken: title !== null, why: null }],
    },
    sighting: { document: document.id, snapshot: snapshot.sha256, url: url ?? file, at },
    run:
      claims &&
      toRun(text.id, text.value, {
        ...{ claims, model, data, findings: sketch.findings ?? NO_FINDINGS },
        anchor: sketch.anchored && published ? parseDate(published) : null,
      }),
  }
}

type RunSketch = Pick<Run, "data" | "anchor" | "findings"> & Readonly<{ claims: readonly ClaimSketch[]; model: number }>

function toRun(text: string, value: string, { claims, model, data, anchor, findings }: RunSketch): Run {
  const version = { name: "quill", version: model, sha256: "0123456789ab" }
  return {
    id: runId({ text, model: version, data, anchor, parties: findings.parties }),
    text,
    model: version,
    data,
    anchor,
    findings,
    attributions: claims.map((claim) => toAttribution(text, value, claim)),
  }
}

function toAttribution(text: string, value: string, claim: ClaimSketch): Attribution {
  const spanOf = (words: string): Span => {
    const start = value.indexOf(words)
    if (start < 0) throw new Error(`the text has no "${words}"`)
    return { start, end: start + words.length }
  }
  const parts = {
    source: claim.source ? spanOf(claim.source) : null,
    cue: claim.cue ? spanOf(claim.cue) : null,
    content: claim.content.map(spanOf),
  }
  return {
    id: attributionId(text, parts),
    ...parts,
    quotation: "indirect",
    act: claim.act ?? "assert",
    within: null,
    speaker: null,
    onBehalfOf: null,
    confidence: claim.confidence ?? 0.75,
    shown: claim.shown ?? true,
    because: ["the model joined source and content"],
  }
}

export const toJudgement = (parts: Partial<Judgement> = {}): Judgement => ({
  left: "a-1",
  right: "a-2",
  verdict: "same",
  score: 0.5,
  by: "user:ines",
  reason: null,
  at: "2024-03-06T09:00:00.000Z",
  ...parts,
})
